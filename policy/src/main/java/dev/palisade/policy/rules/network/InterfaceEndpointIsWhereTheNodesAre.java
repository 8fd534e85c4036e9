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
import java.util.HashSet;
import java.util.Set;

/** A tier is what one network ACL guards: an endpoint in the nodes' tier need not be in a subnet that has nodes. */
@PolicyInfo(
        title = "Interface endpoints are in the tier of the nodes that use them",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(4)", "NIST 800-53 SC-32", "PCI DSS 1.4.4", "SOC 2 CC6.6"},
        why =
                "In the tier of the databases or of the control plane the endpoint is a door to AWS where there must be none.",
        remedy = "Give the endpoint the subnets of the nodes.",
        snippet = "VpcEndpointArgs.builder().subnetIds(privateSubnetIds)")
public final class InterfaceEndpointIsWhereTheNodesAre implements RelationPolicy {
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final Property KIND = Property.of(ENDPOINT, "vpcEndpointType");
    private static final Property SUBNETS = Property.of(ENDPOINT, "subnetIds");
    private static final Property OF_NODES = Property.of("aws:eks/nodeGroup:NodeGroup", "subnetIds");
    private static final Property GUARDED = Property.of("aws:ec2/networkAcl:NetworkAcl", "subnetIds");

    @Override
    public Set<String> types() {
        return Set.of(ENDPOINT);
    }

    @Override
    public Verdict check(Resource endpoint, Graph graph) {
        if (endpoint.get(KIND).is("Interface") == Truth.FALSE
                || graph.ofType(OF_NODES.type()).isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Tier tier = graph.view(Tier.class, Tier::of);
        return Verdict.require(
                graph.targets(endpoint, SUBNETS, SUBNET)
                        .all(subnet -> tier.subnets().contains(subnet.urn())
                                ? Truth.TRUE
                                : tier.decided() ? Truth.FALSE : Truth.UNKNOWN),
                "has an interface in a tier without nodes: subnetIds");
    }

    /** The subnets of all nodes, and those under the same network ACLs. */
    private record Tier(Set<String> subnets, boolean decided) {
        static Tier of(Graph graph) {
            Set<String> tier = new HashSet<>();
            boolean decided = true;
            for (Resource group : graph.ofType(OF_NODES.type())) {
                Targets subnets = graph.targets(group, OF_NODES, SUBNET);
                subnets.resources().forEach(subnet -> addTier(subnet, graph, tier));
                decided = decided && subnets.decided();
            }
            return new Tier(tier, decided);
        }
    }

    private static void addTier(Resource subnet, Graph graph, Set<String> tier) {
        tier.add(subnet.urn());
        for (Resource acl : graph.referrers(subnet, GUARDED).resources()) {
            graph.targets(acl, GUARDED, SUBNET).resources().forEach(one -> tier.add(one.urn()));
        }
    }
}
