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
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class PrivateSubnetHasNoInternetGatewayTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PrivateSubnetHasNoInternetGateway();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the load balancer's subnet", network().with(balancer())),
                passes("the NAT gateway's subnet", network().with(nat())),
                passes("a subnet that leads nowhere", stack(subnet(), table(), association())),
                fails("a subnet for nothing of the kind", network(), "neither a load balancer"),
                fails("an internal load balancer's", network().with(balancer().set("internal", true)), "neither"),
                fails(
                        "nodes beside the NAT gateway",
                        network()
                                .with(
                                        nat(),
                                        resource("aws:eks/nodeGroup:NodeGroup", "nodes")
                                                .referAll("subnetIds", subnet())),
                        "aws:eks/nodeGroup:NodeGroup"),
                fails(
                        "an inline route",
                        stack(
                                subnet(),
                                association(),
                                table().set("routes", List.of(Map.of("cidrBlock", "::/0", "gatewayId", "igw-1")))),
                        "neither"),
                unknown(
                        "a gateway not known yet",
                        stack(
                                subnet(),
                                table(),
                                association(),
                                route().unset("gatewayId").unknown("gatewayId"))),
                unknown(
                        "a table not known yet",
                        network()
                                .with(
                                        resource(ASSOCIATION, "more")
                                                .refer("subnetId", other())
                                                .unknown("routeTableId"),
                                        other(),
                                        nat())),
                notApplicable("no subnet", stack()));
    }

    private static final String ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";

    private static StackBuilder network() {
        return stack(subnet(), table(), association(), gateway(), route());
    }

    private static ResourceBuilder subnet() {
        return resource("aws:ec2/subnet:Subnet", "a");
    }

    private static ResourceBuilder other() {
        return resource("aws:ec2/subnet:Subnet", "b");
    }

    private static ResourceBuilder table() {
        return resource("aws:ec2/routeTable:RouteTable", "public");
    }

    private static ResourceBuilder gateway() {
        return resource("aws:ec2/internetGateway:InternetGateway", "internet");
    }

    private static ResourceBuilder association() {
        return resource(ASSOCIATION, "a").refer("subnetId", subnet()).refer("routeTableId", table());
    }

    private static ResourceBuilder route() {
        return resource("aws:ec2/route:Route", "out")
                .refer("routeTableId", table())
                .set("destinationCidrBlock", "0.0.0.0/0")
                .refer("gatewayId", gateway());
    }

    private static ResourceBuilder nat() {
        return resource("aws:ec2/natGateway:NatGateway", "nat").refer("subnetId", subnet());
    }

    private static ResourceBuilder balancer() {
        return resource("aws:alb/loadBalancer:LoadBalancer", "service").referAll("subnets", subnet());
    }
}
