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

class NetworkAclRulesAreNumberedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NetworkAclRulesAreNumbered();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("one after the other", stack(acl(rule(100), rule(110)))),
                passes("the same number in and out", stack(acl(rule(100)).set("ingress", List.of(rule(100))))),
                passes("the highest", stack(acl(rule(32_766)))),
                fails("no number", stack(acl(rule(0))), "under no number"),
                fails("AWS's own last", stack(acl(rule(32_767))), "under no number"),
                fails("the same twice", stack(acl(rule(100), rule(100))), "of another one"),
                fails("an empty rule", stack(acl(Map.of())), "under no number"),
                unknown("not known yet", stack(acl().unknown("egress"))),
                notApplicable("a network ACL without rules", stack(acl())));
    }

    private static ResourceBuilder acl(Object... rules) {
        return resource("aws:ec2/networkAcl:NetworkAcl", "tier").set("egress", List.of(rules));
    }

    private static Map<String, Object> rule(int number) {
        return Map.of(
                "ruleNo",
                number,
                "action",
                "allow",
                "protocol",
                "tcp",
                "fromPort",
                443,
                "toPort",
                443,
                "cidrBlock",
                "0.0.0.0/0");
    }
}
