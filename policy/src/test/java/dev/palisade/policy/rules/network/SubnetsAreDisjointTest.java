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

class SubnetsAreDisjointTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SubnetsAreDisjoint();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("neighbours", stack(subnet("a", "10.0.0.0/24"), subnet("b", "10.0.1.0/24"))),
                passes(
                        "the same block in another VPC",
                        stack(
                                subnet("a", "10.0.0.0/24"),
                                subnet("b", "10.0.0.0/24").set("vpcId", "vpc-2"))),
                passes("a block from a pool", stack(resource("aws:ec2/subnet:Subnet", "a"))),
                fails("the same block", stack(subnet("a", "10.0.0.0/24"), subnet("b", "10.0.0.0/24")), "shares"),
                fails("one in the other", stack(subnet("a", "10.0.0.0/16"), subnet("b", "10.0.3.0/24")), "with a"),
                unknown(
                        "a block from outputs",
                        stack(resource("aws:ec2/subnet:Subnet", "a").unknown("cidrBlock"))),
                notApplicable("no subnets", stack()));
    }

    private static ResourceBuilder subnet(String name, String block) {
        return resource("aws:ec2/subnet:Subnet", name).set("vpcId", "vpc-1").set("cidrBlock", block);
    }
}
