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

class NatGatewayIsInPublicSubnetTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NatGatewayIsInPublicSubnet();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("in a public subnet", stack(subnet(), table(), association(), nat())),
                fails(
                        "in a private subnet",
                        stack(subnet(), table().set("routes", List.of()), association(), nat()),
                        "does not lead"),
                fails("in a stranger's subnet", stack(nat()), "does not lead"),
                unknown("not known yet", stack(resource(NAT, "nat").unknown("subnetId"))),
                notApplicable("a private one", stack(nat().set("connectivityType", "private"))),
                notApplicable("none", stack()));
    }

    private static final String NAT = "aws:ec2/natGateway:NatGateway";

    private static ResourceBuilder subnet() {
        return resource("aws:ec2/subnet:Subnet", "a");
    }

    private static ResourceBuilder table() {
        return resource("aws:ec2/routeTable:RouteTable", "public")
                .set("routes", List.of(Map.of("cidrBlock", "0.0.0.0/0", "gatewayId", "igw-1")));
    }

    private static ResourceBuilder association() {
        return resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "a")
                .refer("subnetId", subnet())
                .refer("routeTableId", table());
    }

    private static ResourceBuilder nat() {
        return resource(NAT, "nat").refer("subnetId", subnet());
    }
}
