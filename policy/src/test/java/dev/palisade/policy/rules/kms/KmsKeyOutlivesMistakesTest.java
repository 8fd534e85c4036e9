package dev.palisade.policy.rules.kms;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class KmsKeyOutlivesMistakesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyOutlivesMistakes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the provider's defaults", stack(key())),
                passes(
                        "thirty days",
                        stack(key().set("deletionWindowInDays", 30).set("isEnabled", true))),
                fails("a week", stack(key().set("deletionWindowInDays", 7)), "deletionWindowInDays"),
                fails("disabled", stack(key().set("isEnabled", false)), "is disabled"),
                fails(
                        "no check of the policy",
                        stack(key().set("bypassPolicyLockoutSafetyCheck", true)),
                        "lock everybody out"),
                fails("in eighty years", stack(key().set("deletionWindowInDays", 30_000)), "deletionWindowInDays"),
                fails(
                        "nobody administers it",
                        stack(
                                key().set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:Decrypt','Resource':'*'}"))),
                        "administered by nobody"),
                fails(
                        "its administrator is denied",
                        stack(
                                key().set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Deny','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:*','Resource':'*'}"))),
                        "administered by nobody"),
                unknown("days from outputs", stack(key().unknown("deletionWindowInDays"))),
                notApplicable("no key", stack()));
    }

    private static ResourceBuilder key() {
        return resource(Keys.KEY, "data");
    }
}
