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

class EksAccessIsScopedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksAccessIsScoped();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "editing in a namespace",
                        stack(association("AmazonEKSEditPolicy")
                                .set("accessScope.type", "namespace")
                                .set("accessScope.namespaces", List.of("app")))),
                passes(
                        "looking everywhere",
                        stack(association("AmazonEKSViewPolicy").set("accessScope.type", "cluster"))),
                fails(
                        "editing everywhere",
                        stack(association("AmazonEKSEditPolicy").set("accessScope.type", "cluster")),
                        "in the whole cluster"),
                fails(
                        "reading secrets everywhere",
                        stack(association("AmazonEKSAdminViewPolicy").set("accessScope.type", "cluster")),
                        "in the whole cluster"),
                fails("no scope", stack(association("AmazonEKSEditPolicy")), "in the whole cluster"),
                fails(
                        "the right to bind roles",
                        stack(association("AmazonEKSAdminPolicy")
                                .set("accessScope.type", "namespace")
                                .set("accessScope.namespaces", List.of("app"))),
                        "binds roles"),
                fails(
                        "no namespace",
                        stack(association("AmazonEKSEditPolicy").set("accessScope.type", "namespace")),
                        "no named namespace"),
                fails(
                        "the system's namespace",
                        stack(association("AmazonEKSEditPolicy")
                                .set("accessScope.type", "namespace")
                                .set("accessScope.namespaces", List.of("app", "kube-system"))),
                        "Kubernetes' own"),
                fails(
                        "all namespaces by a pattern",
                        stack(association("AmazonEKSEditPolicy")
                                .set("accessScope.type", "namespace")
                                .set("accessScope.namespaces", List.of("*"))),
                        "no named namespace"),
                fails(
                        "a namespace of no name",
                        stack(association("AmazonEKSEditPolicy")
                                .set("accessScope.type", "namespace")
                                .set("accessScope.namespaces", List.of("App"))),
                        "no named namespace"),
                fails(
                        "looking in no namespace",
                        stack(association("AmazonEKSViewPolicy").set("accessScope.type", "namespace")),
                        "names none"),
                fails(
                        "where signatures are checked",
                        stack(
                                association("AmazonEKSEditPolicy")
                                        .set("accessScope.type", "namespace")
                                        .set("accessScope.namespaces", List.of("cosign-system")),
                                resource("kubernetes:helm.sh/v3:Release", "r")
                                        .set("chart", "policy-controller")
                                        .set("namespace", "cosign-system")),
                        "guards the cluster"),
                fails("a policy for nodes", stack(association("AmazonEKSAutoNodePolicy")), "AmazonEKSAutoNodePolicy"),
                unknown(
                        "a policy from outputs",
                        stack(resource(AccessPolicies.ASSOCIATION, "a").unknown("policyArn"))),
                notApplicable("no association", stack()));
    }

    private static ResourceBuilder association(String policy) {
        return resource(AccessPolicies.ASSOCIATION, "a")
                .set("policyArn", "arn:aws:eks::aws:cluster-access-policy/" + policy);
    }
}
