package dev.palisade.policy.rules.ec2;

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

class InstanceHasNoPublicAddressTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new InstanceHasNoPublicAddress();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("none", stack(template("false"))),
                passes("nothing said of interfaces", stack(resource(TEMPLATE, "node"))),
                passes(
                        "an address for NAT",
                        stack(resource("aws:ec2/eip:Eip", "nat").set("domain", "vpc"))),
                fails("a template's", stack(template("true")), "public address"),
                fails(
                        "an instance's",
                        stack(resource("aws:ec2/instance:Instance", "x").set("associatePublicIpAddress", true)),
                        "public"),
                fails(
                        "a spot instance's",
                        stack(resource("aws:ec2/spotInstanceRequest:SpotInstanceRequest", "x")
                                .set("associatePublicIpAddress", true)),
                        "public"),
                fails("an elastic one", stack(resource("aws:ec2/eip:Eip", "x").set("instance", "i-1")), "public"),
                fails(
                        "an elastic one joined later",
                        stack(resource("aws:ec2/eipAssociation:EipAssociation", "x")),
                        "public"),
                unknown("not known yet", stack(resource(TEMPLATE, "node").unknown("networkInterfaces"))),
                notApplicable("no instance", stack()));
    }

    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

    private static ResourceBuilder template(String open) {
        return resource(TEMPLATE, "node").set("networkInterfaces", List.of(Map.of("associatePublicIpAddress", open)));
    }
}
