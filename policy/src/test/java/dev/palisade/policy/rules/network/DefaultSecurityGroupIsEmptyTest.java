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

class DefaultSecurityGroupIsEmptyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DefaultSecurityGroupIsEmpty();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("adopted without a rule", stack(vpc(), group())),
                fails("not adopted", stack(vpc()), "as AWS makes it"),
                fails("a rule in", stack(vpc(), group().set("ingress", List.of(Map.of("self", true)))), "in"),
                fails("a rule out", stack(vpc(), group().set("egress", List.of(Map.of("protocol", "-1")))), "out"),
                fails(
                        "a rule of its own",
                        stack(
                                vpc(),
                                group(),
                                resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "out")
                                        .refer("securityGroupId", group())),
                        "rules of their own"),
                unknown("rules not known yet", stack(vpc(), group().unknown("egress"))),
                notApplicable("no VPC", stack()));
    }

    private static ResourceBuilder vpc() {
        return resource("aws:ec2/vpc:Vpc", "vpc");
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default")
                .refer("vpcId", vpc());
    }
}
