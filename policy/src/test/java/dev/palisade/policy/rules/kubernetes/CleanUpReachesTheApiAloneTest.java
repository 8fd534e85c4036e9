package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class CleanUpReachesTheApiAloneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new CleanUpReachesTheApiAlone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the API server", stack(CONTROLLER, policy("leases-cleanup", "172.20.0.1/32", 443))),
                passes(
                        "its subnets",
                        stack(CONTROLLER, SUBNET, OTHER, CLUSTER, policy("leases-cleanup", "10.0.1.0/25", 443))),
                fails(
                        "another job's",
                        stack(CONTROLLER, policy("other", "172.20.0.1/32", 443)),
                        "no NetworkPolicy selects"),
                fails(
                        "the internet",
                        stack(CONTROLLER, policy("leases-cleanup", "0.0.0.0/0", 443)),
                        "more than the API"),
                fails(
                        "another port",
                        stack(CONTROLLER, policy("leases-cleanup", "172.20.0.1/32", 5432)),
                        "more than the API"),
                fails(
                        "other subnets too",
                        stack(CONTROLLER, SUBNET, OTHER, CLUSTER, policy("leases-cleanup", "10.0.0.0/16", 443)),
                        "more than the API"),
                unknown(
                        "a selector from outputs",
                        stack(CONTROLLER, policy("x", "172.20.0.1/32", 443).unknown("spec.podSelector"))),
                notApplicable("no controller", stack(policy("leases-cleanup", "172.20.0.1/32", 443))));
    }

    private static final ResourceBuilder CONTROLLER = resource(HelmRelease.TYPE, "policy-controller")
            .set("chart", "policy-controller")
            .set("namespace", "cosign-system");
    private static final ResourceBuilder SUBNET =
            resource("aws:ec2/subnet:Subnet", "intra").set("cidrBlock", "10.0.1.0/28");
    private static final ResourceBuilder OTHER =
            resource("aws:ec2/subnet:Subnet", "data").set("cidrBlock", "10.0.2.0/28");
    private static final ResourceBuilder CLUSTER =
            resource("aws:eks/cluster:Cluster", "c").referAll("vpcConfig.subnetIds", SUBNET);

    private static ResourceBuilder policy(String job, String cidr, int port) {
        return resource(ClusterObjects.NETWORK_POLICY, "p")
                .set("metadata.namespace", "cosign-system")
                .set("spec.podSelector", Map.of("matchLabels", Map.of("batch.kubernetes.io/job-name", job)))
                .set(
                        "spec.egress",
                        List.of(Map.of(
                                "to",
                                List.of(Map.of("ipBlock", Map.of("cidr", cidr))),
                                "ports",
                                List.of(Map.of("port", port)))));
    }
}
