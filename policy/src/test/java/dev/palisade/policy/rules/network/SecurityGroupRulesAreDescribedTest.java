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

class SecurityGroupRulesAreDescribedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupRulesAreDescribed();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all of it described", stack(group(), rule().set("description", "HTTPS out"))),
                fails("a rule without", stack(group(), rule()), "tcp 443"),
                fails("a blank one", stack(group(), rule().set("description", " ")), "without a description"),
                fails("a group without", stack(group().unset("description")), "no description of its own"),
                fails("Pulumi's words", stack(group().set("description", "Managed by Pulumi")), "no description"),
                fails(
                        "an inline rule without",
                        stack(group().set("ingress", List.of(Map.of("protocol", "tcp", "fromPort", 22, "toPort", 22)))),
                        "tcp 22"),
                unknown("a description not known yet", stack(group(), rule().unknown("description"))),
                notApplicable("no group", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes").set("description", "Nodes and pods");
    }

    private static ResourceBuilder rule() {
        return resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "out")
                .refer("securityGroupId", group())
                .set("ipProtocol", "tcp")
                .set("fromPort", 443)
                .set("toPort", 443);
    }
}
