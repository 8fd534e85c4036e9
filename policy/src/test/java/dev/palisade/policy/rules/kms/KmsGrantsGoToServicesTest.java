package dev.palisade.policy.rules.kms;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.allow;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class KmsGrantsGoToServicesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsGrantsGoToServices();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "for resources of AWS",
                        stack(inline(",'Condition':{'Bool':{'kms:GrantIsForAWSResource':'true'}}"))),
                passes(
                        "through a service",
                        stack(inline(
                                ",'Condition':{'StringEquals':{'kms:ViaService':'ec2.eu-central-1.amazonaws.com'}}"))),
                passes("no grants", stack(resource(Keys.KEY, "k").set("policy", allow("kms:Decrypt", "*")))),
                fails("for anybody", stack(inline("")), "grants be made to anybody"),
                fails(
                        "in a key's policy",
                        stack(resource(Keys.KEY, "k").set("policy", allow("kms:*", "*"))),
                        "grants be made to anybody"),
                fails(
                        "for others than AWS",
                        stack(inline(",'Condition':{'Bool':{'kms:GrantIsForAWSResource':'false'}}")),
                        "grants be made to anybody"),
                fails(
                        "where the caller says so",
                        stack(inline(",'Condition':{'BoolIfExists':{'kms:GrantIsForAWSResource':'true'}}")),
                        "grants be made to anybody"),
                fails("a grant", stack(resource("aws:kms/grant:Grant", "g")), "does not show"),
                unknown("a document from outputs", stack(resource(Keys.KEY, "k").unknown("policy"))),
                notApplicable("no document", stack()));
    }

    private static ResourceBuilder inline(String condition) {
        return resource("aws:iam/rolePolicy:RolePolicy", "p")
                .set(
                        "policy",
                        document(
                                "{'Effect':'Allow','Action':'kms:CreateGrant','Resource':'arn:aws:kms:eu-central-1:111122223333:key/k'"
                                        + condition + "}"));
    }
}
