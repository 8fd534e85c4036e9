package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

@PolicyInfo(
        title = "Load balancer, control plane and endpoints stand in every zone of the nodes",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.A1},
        controls = {"NIST 800-53 CP-10", "NIST 800-53 SC-7", "SOC 2 A1.2", "Security Hub ELB.13"},
        why = "A zone that one of them leaves out depends on another zone, or goes round the private endpoint.",
        remedy = "Give each of them one subnet in every zone, and put nodes into two zones at least.",
        snippet = "VpcEndpointArgs.builder().subnetIds(network.privateSubnetIds())")
public final class ZonesAreServed implements RelationPolicy {
    private static final Property NODES = Property.of("aws:eks/nodeGroup:NodeGroup", "subnetIds");
    private static final Property BALANCER = Property.of("aws:lb/loadBalancer:LoadBalancer", "subnets");
    private static final Property MAPPED = Property.of("aws:lb/loadBalancer:LoadBalancer", "subnetMappings[].subnetId");
    private static final Property CLUSTER = Property.of("aws:eks/cluster:Cluster", "vpcConfig.subnetIds");
    private static final Property ENDPOINT = Property.of("aws:ec2/vpcEndpoint:VpcEndpoint", "subnetIds");
    private static final Property KIND = Property.of("aws:ec2/vpcEndpoint:VpcEndpoint", "vpcEndpointType");

    @Override
    public Set<String> types() {
        return Set.of(NODES.type(), BALANCER.type(), CLUSTER.type(), ENDPOINT.type());
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (graph.ofType(NODES.type()).isEmpty() || isElsewhere(resource)) {
            return Verdict.NOT_APPLICABLE;
        }
        Occupied occupied = graph.view(Occupied.class, Occupied::of);
        Targets subnets = subnets(resource, graph);
        return resource.is(NODES.type()) ? judgeNodes(subnets, occupied) : judge(subnets, occupied.byNodes());
    }

    /**
     * The zones of the whole stack in which something is.
     *
     * @param decided whether the zones of all nodes are known
     */
    private record Occupied(Set<String> byNodes, boolean decided, Set<String> byBalancers) {
        static Occupied of(Graph graph) {
            List<Targets> nodes = graph.ofType(NODES.type()).stream()
                    .map(group -> subnets(group, graph))
                    .toList();
            Set<String> balancers = new TreeSet<>();
            graph.ofType(BALANCER.type()).forEach(one -> balancers.addAll(Zones.of(subnets(one, graph))));
            return new Occupied(Zones.of(nodes), nodes.stream().allMatch(Targets::decided), balancers);
        }
    }

    private static Verdict judge(Targets subnets, Set<String> needed) {
        Set<String> zones = Zones.of(subnets);
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(zones);
        return Verdict.require(
                Truth.of(missing.isEmpty()
                                && zones.size() == subnets.resources().size())
                        .or(subnets.decided() ? Truth.FALSE : Truth.UNKNOWN),
                "leaves out " + missing + ", or has two subnets in one zone or one of no known zone");
    }

    /** All groups together serve the balancer's zones: a group may be of a single zone. */
    private static Verdict judgeNodes(Targets own, Occupied occupied) {
        Set<String> missing = new TreeSet<>(occupied.byBalancers());
        missing.removeAll(occupied.byNodes());
        Truth more = Truth.of(occupied.decided()).not().and(Truth.UNKNOWN);
        return judge(own, Set.of())
                .and(Verdict.require(
                        Truth.of(missing.isEmpty()).or(more),
                        "leaves out " + missing + ", where no other group has nodes either"))
                .and(Verdict.require(
                        Truth.of(occupied.byNodes().size() > 1).or(more),
                        "runs nodes in a single zone, as every other group"));
    }

    private static boolean isElsewhere(Resource resource) {
        return resource.is(ENDPOINT.type()) && resource.get(KIND).is("Interface") == Truth.FALSE;
    }

    private static Targets subnets(Resource resource, Graph graph) {
        for (Property property : List.of(NODES, CLUSTER, ENDPOINT)) {
            if (resource.is(property.type())) {
                return graph.targets(resource, property, Zones.SUBNET);
            }
        }
        Targets named = graph.targets(resource, BALANCER, Zones.SUBNET);
        return named.isEmpty() ? graph.targets(resource, MAPPED, Zones.SUBNET) : named;
    }
}
