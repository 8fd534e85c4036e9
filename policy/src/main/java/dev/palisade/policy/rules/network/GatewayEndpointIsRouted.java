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
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Gateway endpoints are in route tables",
        severity = Severity.LOW,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(4)", "PCI DSS 1.2.4", "SOC 2 CC6.6"},
        why = "A gateway endpoint that no table knows of carries nothing: the traffic takes the internet.",
        remedy = "Name the private route tables.",
        snippet = "VpcEndpointArgs.builder().routeTableIds(privateTableIds)")
public final class GatewayEndpointIsRouted implements RelationPolicy {
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final Property KIND = Property.of(ENDPOINT, "vpcEndpointType");
    private static final Property TABLES = Property.of(ENDPOINT, "routeTableIds");
    private static final Property VPC = Property.of(ENDPOINT, "vpcId");
    private static final Property TABLE_VPC = Property.of("aws:ec2/routeTable:RouteTable", "vpcId");
    private static final Property JOINED =
            Property.of("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", "vpcEndpointId");

    @Override
    public Set<String> types() {
        return Set.of(ENDPOINT);
    }

    @Override
    public Verdict check(Resource endpoint, Graph graph) {
        Value kind = endpoint.get(KIND);
        if (!kind.isMissing() && kind.is("Gateway") == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth routed = graph.targets(endpoint, TABLES, TABLE_VPC.type())
                .exist()
                .or(graph.referrers(endpoint, JOINED).exist());
        return Verdict.require(routed, "is in no route table").and(nodes(endpoint, graph));
    }

    /** Every table of its VPC that nodes use; endpoints joined by resources of their own are not followed so far. */
    private static Verdict nodes(Resource endpoint, Graph graph) {
        if (!graph.referrers(endpoint, JOINED).isEmpty()) {
            return Verdict.PASS;
        }
        Verdict verdict = Verdict.PASS;
        for (Resource table : graph.view(NodeTables.class, NodeTables::of).tables()) {
            if (!Vpcs.mayBeOne(endpoint.get(VPC), table.get(TABLE_VPC))) {
                continue;
            }
            Targets users = graph.referrers(table, TABLES);
            verdict = verdict.and(Verdict.require(
                    users.any(user -> Truth.of(user.urn().equals(endpoint.urn()))),
                    "is not in the route table " + table.name() + " of nodes"));
        }
        return verdict;
    }

    private record NodeTables(Set<Resource> tables) {
        static NodeTables of(Graph graph) {
            return new NodeTables(Routing.tablesOfNodes(graph));
        }
    }
}
