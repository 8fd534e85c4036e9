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

class SubnetHasRouteTableTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SubnetHasRouteTable();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("joined", stack(subnet(), association().refer("subnetId", subnet()))),
                fails("joined to none", stack(subnet()), "no route table"),
                fails(
                        "a gateway's association",
                        stack(subnet(), association().set("gatewayId", "igw-1")),
                        "no route table"),
                unknown(
                        "an association not known yet",
                        stack(subnet(), association().unknown("subnetId"))),
                notApplicable("no subnet", stack()));
    }

    private static ResourceBuilder subnet() {
        return resource("aws:ec2/subnet:Subnet", "a");
    }

    private static ResourceBuilder association() {
        return resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "a");
    }
}
