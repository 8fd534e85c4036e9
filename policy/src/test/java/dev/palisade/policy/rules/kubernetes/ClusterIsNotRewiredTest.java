package dev.palisade.policy.rules.kubernetes;

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

class ClusterIsNotRewiredTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ClusterIsNotRewired();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an API that is verified", stack(service())),
                fails("one that is not", stack(service().set("spec.insecureSkipTLSVerify", true)), "certificate"),
                fails(
                        "a network policy above all",
                        stack(resource("kubernetes:policy.networking.k8s.io/v1alpha1:AdminNetworkPolicy", "x")),
                        "past"),
                fails("nodes of another maker", stack(resource("kubernetes:karpenter.sh/v1:NodePool", "x")), "nodes"),
                fails(
                        "a policy that changes objects",
                        stack(resource("kubernetes:admissionregistration.k8s.io/v1beta1:MutatingAdmissionPolicy", "x")),
                        "calls of the API server"),
                passes(
                        "a kind of one's own",
                        stack(resource("kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition", "x"))),
                fails(
                        "a kind that is converted elsewhere",
                        stack(resource("kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition", "x")
                                .set("spec.conversion.webhook.clientConfig.url", "https://example.org")),
                        "converted"),
                unknown("not known yet", stack(service().unknown("spec.insecureSkipTLSVerify"))),
                notApplicable("none of it", stack()));
    }

    private static ResourceBuilder service() {
        return resource("kubernetes:apiregistration.k8s.io/v1:APIService", "a");
    }
}
