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

class DefaultRouteTableIsEmptyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DefaultRouteTableIsEmpty();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "another default",
                        stack(resource("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "m")),
                        "default"),
                passes("adopted without a route", stack(vpc(), table().set("routes", List.of()))),
                fails("not adopted", stack(vpc()), "as AWS makes it"),
                fails(
                        "with a route",
                        stack(vpc(), table().set("routes", List.of(Map.of("cidrBlock", "0.0.0.0/0")))),
                        "has a route"),
                fails(
                        "with a route of its own",
                        stack(
                                vpc(),
                                table(),
                                resource("aws:ec2/route:Route", "out").refer("routeTableId", table())),
                        "has a route"),
                fails(
                        "with a virtual gateway's routes",
                        stack(vpc(), table().set("propagatingVgws", List.of("vgw-1"))),
                        "has a route"),
                unknown("routes not known yet", stack(vpc(), table().unknown("routes"))),
                notApplicable("no VPC", stack()));
    }

    private static ResourceBuilder vpc() {
        return resource("aws:ec2/vpc:Vpc", "vpc").output("defaultRouteTableId", "rtb-1");
    }

    private static ResourceBuilder table() {
        return resource("aws:ec2/defaultRouteTable:DefaultRouteTable", "default")
                .referOutput("defaultRouteTableId", vpc(), "defaultRouteTableId");
    }
}
