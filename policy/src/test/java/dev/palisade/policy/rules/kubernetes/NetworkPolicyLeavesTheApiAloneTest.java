package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class NetworkPolicyLeavesTheApiAloneTest implements PolicyCases {
    private static final String MINE = "{matchLabels: {app.kubernetes.io/name: service}}";

    @Override
    public Policy policy() {
        return new NetworkPolicyLeavesTheApiAlone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("another Service", with(MINE, "172.20.0.9/32")),
                passes("pods that hold a token", with("{matchLabels: {app: controller}}", "172.20.0.1/32")),
                passes("what comes in", with(MINE, "10.0.0.0/24")),
                fails("its address", with(MINE, "172.20.0.1/32"), "Kubernetes API"),
                fails("a range around it", with("{}", "172.16.0.0/12"), "Kubernetes API"),
                fails(
                        "in a range of the cluster's own",
                        with(MINE, "10.99.0.1/32")
                                .with(resource("aws:eks/cluster:Cluster", "c")
                                        .set("kubernetesNetworkConfig.serviceIpv4Cidr", "10.99.0.0/16")),
                        "Kubernetes API"),
                unknown(
                        "pods whose token is not known yet",
                        stack(
                                deployment()
                                        .unknown("spec.template.spec.automountServiceAccountToken")
                                        .resource(),
                                policy(MINE, "172.20.0.1/32"))),
                notApplicable("no policy", deployment().alone()));
    }

    private static StackBuilder with(String selector, String cidr) {
        return stack(deployment().resource(), policy(selector, cidr));
    }

    private static ResourceBuilder policy(String selector, String cidr) {
        return Manifest.of(
                        ClusterObjects.NETWORK_POLICY,
                        "n",
                        "{metadata: {namespace: palisade}, spec: {podSelector: " + selector
                                + ", egress: [{to: [{ipBlock: {cidr: " + cidr + "}}]}]}}")
                .resource();
    }
}
