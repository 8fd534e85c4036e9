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

class GatewayEndpointIsRoutedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new GatewayEndpointIsRouted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("named", stack(table(), endpoint().referAll("routeTableIds", table()))),
                passes(
                        "joined",
                        stack(
                                endpoint(),
                                resource(
                                                "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
                                                "x")
                                        .refer("vpcEndpointId", endpoint()))),
                passes(
                        "beside nodes of another VPC",
                        stack(
                                table(),
                                endpoint().set("vpcId", "vpc-1").set("routeTableIds", List.of("private-id")),
                                resource("aws:ec2/routeTable:RouteTable", "other")
                                        .set("vpcId", "vpc-2"),
                                resource("aws:ec2/subnet:Subnet", "a"),
                                resource("aws:eks/nodeGroup:NodeGroup", "nodes").set("subnetIds", List.of("a-id")),
                                resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "a")
                                        .set("subnetId", "a-id")
                                        .set("routeTableId", "other-id"))),
                fails("in no table", stack(table(), endpoint()), "no route table"),
                fails(
                        "in a table that nodes do not use",
                        stack(
                                table(),
                                endpoint().set("routeTableIds", List.of("nodes-table-id", "private-id")),
                                resource("aws:ec2/routeTable:RouteTable", "other"),
                                resource("aws:ec2/subnet:Subnet", "a"),
                                resource("aws:eks/nodeGroup:NodeGroup", "nodes").set("subnetIds", List.of("a-id")),
                                resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "a")
                                        .set("subnetId", "a-id")
                                        .set("routeTableId", "other-id")),
                        "route table other of nodes"),
                unknown("not known yet", stack(table(), endpoint().unknown("routeTableIds"))),
                notApplicable("an interface", stack(endpoint().set("vpcEndpointType", "Interface"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder table() {
        return resource("aws:ec2/routeTable:RouteTable", "private");
    }

    private static ResourceBuilder endpoint() {
        return resource("aws:ec2/vpcEndpoint:VpcEndpoint", "s3").set("vpcEndpointType", "Gateway");
    }
}
