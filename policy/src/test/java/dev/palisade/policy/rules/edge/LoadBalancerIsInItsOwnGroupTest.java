package dev.palisade.policy.rules.edge;

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

class LoadBalancerIsInItsOwnGroupTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LoadBalancerIsInItsOwnGroup();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a group of the stack", stack(group(), balancer().referAll("securityGroups", group()))),
                fails("none", stack(balancer()), "no security group"),
                fails(
                        "a stranger's as well",
                        stack(group(), balancer().set("securityGroups", List.of("web-id", "sg-9"))),
                        "not of this stack"),
                fails(
                        "the default one",
                        stack(balancer().set("securityGroups", List.of("sg-default"))),
                        "not of this stack"),
                unknown("not known yet", stack(group(), balancer().unknown("securityGroups"))),
                notApplicable("a gateway load balancer", stack(balancer().set("loadBalancerType", "gateway"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "web");
    }

    private static ResourceBuilder balancer() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "service");
    }
}
