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

class PodsHaveARangeOfTheirOwnTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodsHaveARangeOfTheirOwn();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("reserved prefixes", stack(subnet(), nodes(), reservation())),
                passes(
                        "a second block",
                        stack(
                                nodes(),
                                resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "pods"))),
                fails("neither", stack(subnet(), nodes()), "without prefixes"),
                fails(
                        "explicit addresses",
                        stack(subnet(), nodes(), reservation().set("reservationType", "explicit")),
                        "without prefixes"),
                fails(
                        "a range of elsewhere",
                        stack(subnet(), nodes(), reservation().set("cidrBlock", "0.0.0.0/0")),
                        "without prefixes"),
                fails(
                        "the whole subnet",
                        stack(subnet(), nodes(), reservation().set("cidrBlock", "10.0.0.0/20")),
                        "without prefixes"),
                unknown("not known yet", stack(subnet(), nodes(), reservation().unknown("reservationType"))),
                notApplicable("no nodes", stack(subnet())));
    }

    private static ResourceBuilder subnet() {
        return resource("aws:ec2/subnet:Subnet", "a").set("cidrBlock", "10.0.0.0/20");
    }

    private static ResourceBuilder nodes() {
        return resource("aws:eks/nodeGroup:NodeGroup", "nodes").referAll("subnetIds", subnet());
    }

    private static ResourceBuilder reservation() {
        return resource("aws:ec2/subnetCidrReservation:SubnetCidrReservation", "pods")
                .refer("subnetId", subnet())
                .set("cidrBlock", "10.0.8.0/21")
                .set("reservationType", "prefix");
    }
}
