package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where a subnet's packets go. */
final class Routing {
    private static final String TABLE = "aws:ec2/routeTable:RouteTable";
    private static final String INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
    private static final Property SUBNET =
            Property.of("aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId");
    private static final Property SUBNET_TABLE =
            Property.of("aws:ec2/routeTableAssociation:RouteTableAssociation", "routeTableId");
    private static final Property INLINE_NAT = Property.of(TABLE, "routes[].natGatewayId");
    private static final Property INLINE_EGRESS_ONLY = Property.of(TABLE, "routes[].egressOnlyGatewayId");
    private static final Property NAT = Property.of("aws:ec2/route:Route", "natGatewayId");
    private static final Property EGRESS_ONLY = Property.of("aws:ec2/route:Route", "egressOnlyGatewayId");
    private static final Property NODE_SUBNETS = Property.of("aws:eks/nodeGroup:NodeGroup", "subnetIds");
    private static final Property ROUTES = Property.of(TABLE, "routes");
    private static final Property INLINE_GATEWAY = Property.of(TABLE, "routes[].gatewayId");
    private static final Property ROUTE_TABLE = Property.of("aws:ec2/route:Route", "routeTableId");
    private static final Property GATEWAY = Property.of("aws:ec2/route:Route", "gatewayId");

    private Routing() {}

    /** Whether a route table is joined to the subnet; if not, the VPC's default one applies. */
    static Truth hasTable(Resource subnet, Graph graph) {
        return graph.referrers(subnet, SUBNET).exist();
    }

    /** Whether some route of the subnet's table ends at an internet gateway. */
    static Truth leadsToInternet(Resource subnet, Graph graph) {
        return graph.referrers(subnet, SUBNET).any(association -> graph.targets(association, SUBNET_TABLE, TABLE)
                .any(table -> tableLeadsToInternet(table, graph)));
    }

    /** The route tables of the subnets in which node groups start nodes. */
    static Set<Resource> tablesOfNodes(Graph graph) {
        Set<Resource> tables = new LinkedHashSet<>();
        for (Resource nodes : graph.ofType(NODE_SUBNETS.type())) {
            for (Resource subnet :
                    graph.targets(nodes, NODE_SUBNETS, "aws:ec2/subnet:Subnet").resources()) {
                graph.referrers(subnet, SUBNET)
                        .resources()
                        .forEach(association -> tables.addAll(
                                graph.targets(association, SUBNET_TABLE, TABLE).resources()));
            }
        }
        return tables;
    }

    /** Whether some route of the subnet's table ends at a gateway to the internet of whatever kind. */
    static Truth leadsOutside(Resource subnet, Graph graph) {
        return graph.referrers(subnet, SUBNET).any(association -> graph.targets(association, SUBNET_TABLE, TABLE)
                .any(table -> tableLeadsToInternet(table, graph).or(tableLeadsToNat(table, graph))));
    }

    private static Truth tableLeadsToNat(Resource table, Graph graph) {
        Truth inline = table.get(ROUTES).any(route -> route.get(INLINE_NAT)
                .matches(id -> !id.isEmpty())
                .or(route.get(INLINE_EGRESS_ONLY).matches(id -> !id.isEmpty())));
        return inline.or(graph.referrers(table, ROUTE_TABLE)
                .any(route ->
                        route.get(NAT).isPresent().or(route.get(EGRESS_ONLY).isPresent())));
    }

    private static Truth tableLeadsToInternet(Resource table, Graph graph) {
        Truth inline = table.get(ROUTES)
                .any(route -> isInternetGateway(table, INLINE_GATEWAY, route.get(INLINE_GATEWAY), graph));
        return inline.or(graph.referrers(table, ROUTE_TABLE)
                .any(route -> isInternetGateway(route, GATEWAY, route.get(GATEWAY), graph)));
    }

    private static Truth isInternetGateway(Resource from, Property property, Value gateway, Graph graph) {
        return gateway.matches(id -> id.startsWith("igw-")) == Truth.TRUE
                ? Truth.TRUE
                : graph.targets(from, property, gateway, INTERNET_GATEWAY).exist();
    }
}
