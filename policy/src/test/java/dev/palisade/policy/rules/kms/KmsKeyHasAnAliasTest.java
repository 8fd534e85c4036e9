package dev.palisade.policy.rules.kms;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class KmsKeyHasAnAliasTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyHasAnAlias();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "an alias",
                        stack(KEY, resource("aws:kms/alias:Alias", "data").refer("targetKeyId", KEY))),
                fails("none", stack(KEY), "has no alias"),
                fails(
                        "the name of a key of AWS",
                        stack(
                                KEY,
                                resource("aws:kms/alias:Alias", "data")
                                        .refer("targetKeyId", KEY)
                                        .set("name", "alias/aws/ebs")),
                        "has no alias"),
                fails(
                        "the alias of another key",
                        stack(
                                KEY,
                                resource(Keys.KEY, "logs"),
                                resource("aws:kms/alias:Alias", "logs")
                                        .refer("targetKeyId", resource(Keys.KEY, "logs")),
                                resource("aws:kms/alias:Alias", "data")
                                        .refer("targetKeyId", resource(Keys.KEY, "logs"))),
                        "has no alias"),
                unknown(
                        "an alias of something unknown",
                        stack(KEY, resource("aws:kms/alias:Alias", "data").unknown("targetKeyId"))),
                notApplicable("no key", stack()));
    }

    private static final ResourceBuilder KEY = resource(Keys.KEY, "data");
}
