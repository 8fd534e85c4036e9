package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "A route of the stack leads to every NAT gateway",
        severity = Severity.LOW,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7", "NIST 800-53 CM-7", "SOC 2 A1.1"},
        why = "A gateway without a route leaves the zone's nodes without a way out, which invites a wider one.",
        remedy = "Add the default route of the zone's private route table, or take the gateway away.",
        snippet = "RouteArgs.builder().destinationCidrBlock(\"0.0.0.0/0\").natGatewayId(nat.id())")
public final class NatGatewayIsRouted implements RelationPolicy {
    private static final String TABLE = "aws:ec2/routeTable:RouteTable";
    private static final String ROUTE = "aws:ec2/route:Route";
    private static final Property NAT = Property.of(ROUTE, "natGatewayId");
    private static final Property OF = Property.of(ROUTE, "routeTableId");
    private static final Property TO = Property.of(ROUTE, "destinationCidrBlock");
    private static final Property PREFIXES = Property.of(ROUTE, "destinationPrefixListId");
    private static final Property INLINE = Property.of(TABLE, "routes[].natGatewayId");

    @Override
    public Set<String> types() {
        return Set.of("aws:ec2/natGateway:NatGateway");
    }

    @Override
    public Verdict check(Resource gateway, Graph graph) {
        return Verdict.require(
                graph.referrers(gateway, NAT)
                        .any(route -> leads(route, graph))
                        .or(() -> graph.referrers(gateway, INLINE).exist()),
                "is the target of no route");
    }

    private static Truth leads(Resource route, Graph graph) {
        return route.get(TO)
                .matches(block -> block.contains("/") && !block.contains(" "))
                .or(() -> route.get(PREFIXES).isPresent())
                .and(() -> route.get(OF)
                        .matches(id -> id.matches("rtb-[0-9a-z]+"))
                        .or(() -> graph.targets(route, OF, TABLE).exist()));
    }
}
