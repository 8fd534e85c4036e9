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

class DeliveryRoleHasABoundaryTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DeliveryRoleHasABoundary();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a boundary",
                        stack(delivery().set("permissionsBoundary", "arn:aws:iam::111122223333:policy/delivery"))),
                fails("none", stack(delivery()), "no permissionsBoundary"),
                unknown(
                        "trust from outputs",
                        stack(resource(Roles.ROLE, "delivery").unknown("assumeRolePolicy"))),
                notApplicable(
                        "a role for a service",
                        stack(
                                resource(Roles.ROLE, "r")
                                        .set(
                                                "assumeRolePolicy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},'Action':'sts:AssumeRole'}")))));
    }

    private static ResourceBuilder delivery() {
        return resource(Roles.ROLE, "delivery")
                .set(
                        "assumeRolePolicy",
                        document(
                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'}}"));
    }
}
