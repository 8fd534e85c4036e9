package dev.palisade.policy.rules.network;

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

class NatGatewayIsRoutedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NatGatewayIsRouted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a route", stack(GATEWAY, route("0.0.0.0/0", "rtb-1"))),
                passes(
                        "a route in the table itself",
                        stack(
                                GATEWAY,
                                resource("aws:ec2/routeTable:RouteTable", "t")
                                        .set("routes", List.of(Map.of("natGatewayId", "n-id"))))),
                fails("none", stack(GATEWAY), "no route"),
                fails("a route of no table", stack(GATEWAY, route("0.0.0.0/0", "*")), "no route"),
                fails("a route to nowhere", stack(GATEWAY, route("", "rtb-1")), "no route"),
                unknown(
                        "a table from outputs",
                        stack(GATEWAY, route("0.0.0.0/0", "x").unknown("routeTableId"))),
                notApplicable("no gateway", stack()));
    }

    private static final ResourceBuilder GATEWAY = resource("aws:ec2/natGateway:NatGateway", "n");

    private static ResourceBuilder route(String to, String table) {
        return resource("aws:ec2/route:Route", "r")
                .refer("natGatewayId", GATEWAY)
                .set("destinationCidrBlock", to)
                .set("routeTableId", table);
    }
}
