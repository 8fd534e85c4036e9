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

class RouteKeepsTheInternetToGatewaysTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new RouteKeepsTheInternetToGateways();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "another VPC",
                        stack(resource("aws:ec2/route:Route", "r")
                                .set("destinationCidrBlock", "10.9.0.0/16")
                                .set("vpcPeeringConnectionId", "pcx-1")),
                        "vpcPeeringConnectionId"),
                fails(
                        "a VPN",
                        stack(resource("aws:ec2/route:Route", "r")
                                .set("destinationCidrBlock", "192.168.0.0/16")
                                .set("gatewayId", "vgw-1")),
                        "VPN"),
                passes("a NAT gateway", stack(route("0.0.0.0/0").set("natGatewayId", "nat-1"))),
                passes("a table without routes", stack(resource("aws:ec2/routeTable:RouteTable", "private"))),
                fails(
                        "everything to a peer",
                        stack(route("0.0.0.0/0").set("vpcPeeringConnectionId", "pcx-1")),
                        "vpcPeeringConnectionId"),
                fails(
                        "half of it to an instance",
                        stack(route("0.0.0.0/1").set("networkInterfaceId", "eni-1")),
                        "networkInterfaceId"),
                fails(
                        "IPv6 to a transit gateway",
                        stack(resource(ROUTE, "x")
                                .set("destinationIpv6CidrBlock", "::/0")
                                .set("transitGatewayId", "tgw-1")),
                        "transitGatewayId"),
                fails(
                        "inline",
                        stack(resource("aws:ec2/routeTable:RouteTable", "private")
                                .set(
                                        "routes",
                                        List.of(Map.of("cidrBlock", "0.0.0.0/0", "vpcPeeringConnectionId", "pcx-1")))),
                        "vpcPeeringConnectionId"),
                unknown(
                        "not known yet",
                        stack(resource(ROUTE, "x")
                                .unknown("destinationCidrBlock")
                                .set("networkInterfaceId", "eni-1"))),
                notApplicable("no route", stack()));
    }

    private static final String ROUTE = "aws:ec2/route:Route";

    private static ResourceBuilder route(String block) {
        return resource(ROUTE, "x").set("destinationCidrBlock", block);
    }
}
