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

class SecurityGroupKeepsItsRulesTogetherTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupKeepsItsRulesTogether();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("rules of their own", stack(group(), rule())),
                passes("inline rules", stack(inline())),
                fails("both", stack(inline(), rule()), "inline rules beside"),
                unknown(
                        "whose rule is not known yet",
                        stack(inline(), resource(RULE, "x").unknown("securityGroupId"))),
                notApplicable("none", stack()));
    }

    private static final String RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes");
    }

    private static ResourceBuilder inline() {
        return group().set("egress", List.of(Map.of("protocol", "tcp", "fromPort", 443, "toPort", 443)));
    }

    private static ResourceBuilder rule() {
        return resource(RULE, "out").refer("securityGroupId", group());
    }
}
