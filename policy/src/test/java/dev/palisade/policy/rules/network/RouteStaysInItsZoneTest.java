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

class RouteStaysInItsZoneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new RouteStaysInItsZone();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder a = subnet("a");
        ResourceBuilder b = subnet("b");
        ResourceBuilder natA =
                resource("aws:ec2/natGateway:NatGateway", "nat-a").refer("subnetId", a);
        ResourceBuilder natB =
                resource("aws:ec2/natGateway:NatGateway", "nat-b").refer("subnetId", b);
        ResourceBuilder table = resource("aws:ec2/routeTable:RouteTable", "t");
        ResourceBuilder joined = resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "j")
                .refer("routeTableId", table)
                .refer("subnetId", a);
        return List.of(
                passes(
                        "its own zone",
                        stack(a, b, natA, natB, table, joined, route(table).refer("natGatewayId", natA))),
                passes(
                        "the only one",
                        stack(a, b, natB, table, joined, route(table).refer("natGatewayId", natB))),
                fails(
                        "another zone",
                        stack(a, b, natA, natB, table, joined, route(table).refer("natGatewayId", natB)),
                        "[a] to a NAT gateway in [b]"),
                fails(
                        "a gateway that is gone",
                        stack(a, b, natA, natB, table, joined, route(table).set("natGatewayId", "nat-c")),
                        "in []"),
                unknown("a gateway from outputs", stack(route(table).unknown("natGatewayId"))),
                notApplicable("a route elsewhere", stack(route(table).set("gatewayId", "igw-1"))));
    }

    private static ResourceBuilder route(ResourceBuilder table) {
        return resource("aws:ec2/route:Route", "r").refer("routeTableId", table);
    }

    private static ResourceBuilder subnet(String zone) {
        return resource("aws:ec2/subnet:Subnet", "subnet-" + zone).set("availabilityZone", zone);
    }
}
