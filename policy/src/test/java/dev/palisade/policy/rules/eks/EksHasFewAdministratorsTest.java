package dev.palisade.policy.rules.eks;

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

class EksHasFewAdministratorsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksHasFewAdministrators();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "one administrator and others",
                        stack(
                                association("admin", "AmazonEKSClusterAdminPolicy"),
                                association("reader", "AmazonEKSViewPolicy"))),
                fails(
                        "two administrators",
                        stack(
                                association("admin", "AmazonEKSClusterAdminPolicy"),
                                association("deployer", "AmazonEKSClusterAdminPolicy")),
                        "more than 1"),
                unknown(
                        "a policy from outputs",
                        stack(
                                association("admin", "AmazonEKSClusterAdminPolicy"),
                                resource(AccessPolicies.ASSOCIATION, "x").unknown("policyArn"))),
                notApplicable("no association", stack()));
    }

    private static ResourceBuilder association(String principal, String policy) {
        return resource(AccessPolicies.ASSOCIATION, principal)
                .set("clusterName", "main")
                .set("principalArn", "arn:aws:iam::111122223333:role/" + principal)
                .set("policyArn", "arn:aws:eks::aws:cluster-access-policy/" + policy);
    }
}
