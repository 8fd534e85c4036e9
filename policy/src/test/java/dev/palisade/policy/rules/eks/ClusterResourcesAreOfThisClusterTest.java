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
import java.util.Map;

class ClusterResourcesAreOfThisClusterTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ClusterResourcesAreOfThisCluster();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder cluster =
                resource(Clusters.CLUSTER, "c").set("name", "prod").id("prod");
        return List.of(
                fails(
                        "a chart for another cluster",
                        stack(resource("kubernetes:helm.sh/v3:Release", "r")
                                .set("values", Map.of("clusterName", "other"))),
                        "clusterName"),
                fails(
                        "a chart for another network",
                        stack(resource("kubernetes:helm.sh/v3:Release", "r")
                                .set("values", Map.of("vpcId", "vpc-0123456789abcdef0"))),
                        "vpcId"),
                passes(
                        "a chart for the stack's",
                        stack(
                                cluster,
                                resource("aws:ec2/vpc:Vpc", "v").id("vpc-0123456789abcdef0"),
                                resource("kubernetes:helm.sh/v3:Release", "r")
                                        .set(
                                                "values",
                                                Map.of("clusterName", "prod", "vpcId", "vpc-0123456789abcdef0")))),
                passes("the stack's", stack(cluster, resource(Addons.ADDON, "a").set("clusterName", "prod"))),
                fails("another", stack(cluster, resource(Addons.ADDON, "a").set("clusterName", "dev")), "no cluster"),
                fails("none", stack(cluster, resource(Nodes.GROUP, "n")), "no cluster"),
                fails(
                        "an access entry elsewhere",
                        stack(cluster, resource(AccessPolicies.ENTRY, "e").set("clusterName", "x")),
                        "no cluster"),
                unknown("a name from outputs", stack(resource(Addons.ADDON, "a").unknown("clusterName"))),
                notApplicable("a cluster alone", stack(cluster)));
    }
}
