package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class NodesAreOfTheStackTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NodesAreOfTheStack();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("node groups alone", stack(resource("aws:eks/cluster:Cluster", "c"))),
                passes(
                        "an entry for people",
                        stack(resource("aws:eks/accessEntry:AccessEntry", "e").set("type", "STANDARD"))),
                fails(
                        "Auto Mode",
                        stack(resource("aws:eks/cluster:Cluster", "c").set("computeConfig.enabled", true)),
                        "computeConfig"),
                fails(
                        "its load balancers",
                        stack(resource("aws:eks/cluster:Cluster", "c")
                                .set("kubernetesNetworkConfig.elasticLoadBalancing.enabled", true)),
                        "elasticLoadBalancing"),
                fails(
                        "hybrid nodes",
                        stack(resource("aws:eks/cluster:Cluster", "c")
                                .set("remoteNetworkConfig.remoteNodeNetworks.cidrs", List.of("10.80.0.0/16"))),
                        "remoteNetworkConfig"),
                fails(
                        "an entry for machines",
                        stack(resource("aws:eks/accessEntry:AccessEntry", "e").set("type", "HYBRID_LINUX")),
                        "type"),
                fails("Fargate", stack(resource("aws:eks/fargateProfile:FargateProfile", "f")), "no agent"),
                unknown(
                        "not known yet",
                        stack(resource("aws:eks/cluster:Cluster", "c").unknown("computeConfig"))),
                notApplicable("no cluster", stack()));
    }
}
