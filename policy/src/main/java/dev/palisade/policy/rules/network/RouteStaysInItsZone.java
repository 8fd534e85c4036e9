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
import java.util.Set;
import java.util.TreeSet;

/** Where NAT gateways stand in several zones, each zone has its own: that is what they are several for. */
@PolicyInfo(
        title = "Private subnets leave by the NAT gateway of their own zone",
        severity = Severity.LOW,
        rows = {Row.A2},
        controls = {"NIST 800-53 CP-10", "NIST 800-53 SC-7", "SOC 2 A1.2"},
        why = "A route into another zone takes this one down with it, and its traffic shows under a foreign address.",
        remedy = "Give each zone a route table with a route to the NAT gateway of the zone.",
        snippet = "RouteArgs.builder().routeTableId(table.id()).natGatewayId(nat.get(zone).id())")
public final class RouteStaysInItsZone implements RelationPolicy {
    private static final String ROUTE = "aws:ec2/route:Route";
    private static final String TABLE = "aws:ec2/routeTable:RouteTable";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final Property NAT = Property.of(ROUTE, "natGatewayId");
    private static final Property OF = Property.of(ROUTE, "routeTableId");
    private static final Property JOINED =
            Property.of("aws:ec2/routeTableAssociation:RouteTableAssociation", "routeTableId");
    private static final Property JOINED_SUBNET =
            Property.of("aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId");
    private static final Property NAT_SUBNET = Property.of("aws:ec2/natGateway:NatGateway", "subnetId");

    @Override
    public Set<String> types() {
        return Set.of(ROUTE);
    }

    @Override
    public Verdict check(Resource route, Graph graph) {
        if (route.get(NAT).isMissing()) {
            return Verdict.NOT_APPLICABLE;
        }
        Targets gateways = graph.targets(route, NAT, NAT_SUBNET.type());
        Set<String> standing = Zones.of(graph, gateways, NAT_SUBNET);
        Set<String> all = new TreeSet<>();
        graph.ofType(NAT_SUBNET.type())
                .forEach(gateway -> all.addAll(Zones.of(graph.targets(gateway, NAT_SUBNET, SUBNET))));
        if (all.size() < 2) {
            return gateways.decided() ? Verdict.PASS : Verdict.unknown("not known yet: its NAT gateway");
        }
        Set<String> served = new TreeSet<>();
        graph.targets(route, OF, TABLE)
                .resources()
                .forEach(table -> served.addAll(Zones.of(graph, graph.referrers(table, JOINED), JOINED_SUBNET)));
        return Verdict.require(
                Truth.of(standing.containsAll(served)),
                "leads subnets of " + served + " to a NAT gateway in " + standing);
    }
}
