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
    private static final ResourceBuilder PUSH = managed("push", "ecr:PutImage");
    private static final ResourceBuilder LOOK = managed("look", "ecr:DescribeRepositories");

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
                passes(
                        "its rights are its boundary",
                        stack(PUSH, rights(), delivery().refer("permissionsBoundary", PUSH))),
                fails("none", stack(delivery()), "no permissionsBoundary"),
                fails(
                        "another role's",
                        stack(PUSH, LOOK, rights(), delivery().refer("permissionsBoundary", LOOK)),
                        "none of its rights"),
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

    private static ResourceBuilder rights() {
        return resource(Roles.ATTACHMENT, "a").refer("role", delivery()).refer("policyArn", PUSH);
    }

    private static ResourceBuilder managed(String name, String action) {
        return resource(IdentityPolicies.MANAGED, name)
                .set("policy", document("{'Effect':'Allow','Action':'" + action + "','Resource':'*'}"));
    }
}
