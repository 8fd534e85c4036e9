package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

@PolicyInfo(
        title = "Routes to the internet end at internet and NAT gateways",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"CIS AWS 5.6", "NIST 800-53 SC-7", "PCI DSS 1.2.4", "SOC 2 CC6.6"},
        why =
                "A default route into a peering, a transit gateway or an instance sends all traffic through somebody else's hands.",
        remedy = "Route only the other network's own block there.",
        snippet = "RouteArgs.builder().destinationCidrBlock(peerCidr).vpcPeeringConnectionId(peering.id())")
public final class RouteKeepsTheInternetToGateways implements ResourcePolicy {
    private static final String ROUTE = "aws:ec2/route:Route";
    private static final String TABLE = "aws:ec2/routeTable:RouteTable";
    private static final Property BLOCK = Property.of(ROUTE, "destinationCidrBlock");
    private static final Property BLOCK6 = Property.of(ROUTE, "destinationIpv6CidrBlock");
    private static final Property PEERING = Property.of(ROUTE, "vpcPeeringConnectionId");
    private static final Property TRANSIT = Property.of(ROUTE, "transitGatewayId");
    private static final Property INTERFACE = Property.of(ROUTE, "networkInterfaceId");
    private static final Property ENDPOINT = Property.of(ROUTE, "vpcEndpointId");
    private static final Property CORE = Property.of(ROUTE, "coreNetworkArn");
    private static final Property LOCAL = Property.of(ROUTE, "localGatewayId");
    private static final Property OUTWARD = Property.of(ROUTE, "egressOnlyGatewayId");
    private static final Property GATEWAY = Property.of(ROUTE, "gatewayId");
    private static final Property PROPAGATED = Property.of(TABLE, "propagatingVgws");
    private static final Property INLINE = Property.of(TABLE, "routes");
    private static final Property INLINE_BLOCK = Property.of(TABLE, "routes[].cidrBlock");
    private static final Property INLINE_BLOCK6 = Property.of(TABLE, "routes[].ipv6CidrBlock");

    @Override
    public Set<String> types() {
        return Set.of(ROUTE, TABLE);
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(ROUTE)) {
            return judge(List.of(resource.get(BLOCK), resource.get(BLOCK6)), resource::get);
        }
        Verdict verdict =
                Verdict.require(resource.get(PROPAGATED).hasItems().not(), "takes routes from a VPN: propagatingVgws");
        for (Value route : resource.get(INLINE).items()) {
            verdict = verdict.and(judge(List.of(route.get(INLINE_BLOCK), route.get(INLINE_BLOCK6)), route::get));
        }
        return verdict;
    }

    private static Verdict judge(List<Value> blocks, Function<Property, Value> target) {
        Truth outside = blocks.stream()
                .map(block -> block.matches(text -> !text.isEmpty() && Internet.reaches(Internet.read(text))))
                .reduce(Truth.FALSE, Truth::or);
        Verdict verdict = Verdict.PASS;
        for (Property other : List.of(PEERING, TRANSIT, OUTWARD)) {
            verdict = verdict.and(Verdict.require(
                    target.apply(other).matches(id -> !id.isEmpty()).not(),
                    "leads out of the VPC past its gateways: " + other));
        }
        verdict = verdict.and(Verdict.require(
                target.apply(GATEWAY).matches(id -> id.startsWith("vgw-")).not(), "leads into a VPN: " + GATEWAY));
        for (Property foreign : List.of(INTERFACE, ENDPOINT, CORE, LOCAL)) {
            Truth set = target.apply(foreign).isPresent();
            verdict = verdict.and(
                    Verdict.require(outside.and(set).not(), "sends the internet's addresses to " + foreign));
        }
        return verdict;
    }
}
