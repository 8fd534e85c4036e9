package dev.palisade.policy.rules.eks;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Add-ons, access entries and node groups belong to a cluster of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.C13, Row.X1},
        controls = {"CIS EKS 5.1.1", "NIST 800-53 CM-8", "PCI DSS 7.2.1", "SOC 2 CC6.1"},
        why = "An access entry for another cluster lets somebody in where nobody looks, and nobody in here.",
        remedy = "Take the cluster's name from the cluster.",
        snippet = "AccessEntryArgs.builder().clusterName(cluster.name())")
public final class ClusterResourcesAreOfThisCluster implements RelationPolicy {
    private static final Map<String, Property> CLUSTERS = Stream.of(
                    Addons.CLUSTER,
                    AccessPolicies.CLUSTER,
                    Property.of(AccessPolicies.ENTRY, "clusterName"),
                    Property.of(Nodes.GROUP, "clusterName"),
                    Property.of("aws:eks/podIdentityAssociation:PodIdentityAssociation", "clusterName"))
            .collect(Collectors.toUnmodifiableMap(Property::type, property -> property));

    @Override
    public Set<String> types() {
        return Stream.concat(CLUSTERS.keySet().stream(), Stream.of(HelmRelease.TYPE))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(HelmRelease.TYPE)) {
            return told(resource, graph, "clusterName", Clusters.CLUSTER)
                    .and(told(resource, graph, "vpcId", "aws:ec2/vpc:Vpc"));
        }
        Property cluster = Objects.requireNonNull(CLUSTERS.get(resource.type()));
        return Verdict.require(
                graph.targets(resource, cluster, Clusters.CLUSTER).exist(),
                "belongs to no cluster of this stack: clusterName");
    }

    private static Verdict told(Resource release, Graph graph, String name, String type) {
        Value value = release.get(HelmRelease.VALUES).field(name);
        return value.isMissing()
                ? Verdict.NOT_APPLICABLE
                : Verdict.require(
                        graph.targets(release, HelmRelease.VALUES, value, type).exist(),
                        "is told of a cluster or network that is not of this stack: values." + name);
    }
}
