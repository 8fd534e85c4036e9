package dev.palisade.policy.rules.iam;

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

class ServiceTrustNamesItsSourceTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceTrustNamesItsSource();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "the account",
                        stack(trusting("eks.amazonaws.com", "{'StringEquals':{'aws:SourceAccount':'111122223333'}}"))),
                passes(
                        "resources of the account",
                        stack(trusting(
                                "eks.amazonaws.com",
                                "{'ArnLike':{'AWS:SourceArn':'arn:aws:eks:eu-central-1:111122223333:cluster/*'}}"))),
                passes("EC2, which sends none", stack(trusting("ec2.amazonaws.com", "{}"))),
                fails("no condition", stack(trusting("eks.amazonaws.com", "{}")), "lets eks.amazonaws.com assume it"),
                fails(
                        "any account",
                        stack(trusting("eks.amazonaws.com", "{'StringLike':{'aws:SourceAccount':'*'}}")),
                        "for any account"),
                fails(
                        "resources of any account",
                        stack(trusting(
                                "eks.amazonaws.com", "{'ArnLike':{'aws:SourceArn':'arn:aws:eks:*:*:cluster/*'}}")),
                        "for any account"),
                fails(
                        "a source that need not be sent",
                        stack(trusting(
                                "eks.amazonaws.com", "{'StringEqualsIfExists':{'aws:SourceAccount':'111122223333'}}")),
                        "for any account"),
                fails(
                        "a source that is refused",
                        stack(trusting(
                                "eks.amazonaws.com", "{'StringNotEquals':{'aws:SourceAccount':'111122223333'}}")),
                        "for any account"),
                unknown(
                        "a document from outputs",
                        stack(resource(Roles.ROLE, "role").unknown("assumeRolePolicy"))),
                notApplicable(
                        "a role for a federated identity",
                        stack(
                                resource(Roles.ROLE, "role")
                                        .set(
                                                "assumeRolePolicy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'Federated':'x'},'Action':'sts:AssumeRoleWithWebIdentity'}")))));
    }

    private static ResourceBuilder trusting(String service, String condition) {
        return resource(Roles.ROLE, "role")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':'sts:AssumeRole','Condition':" + condition + "}"));
    }
}
