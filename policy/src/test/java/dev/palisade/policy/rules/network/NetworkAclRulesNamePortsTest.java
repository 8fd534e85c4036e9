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

class NetworkAclRulesNamePortsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NetworkAclRulesNamePorts();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a port", stack(acl(rule("allow", "tcp", 5000, 5000)))),
                passes("everything denied", stack(acl(rule("deny", "-1", 0, 0)))),
                fails("everything", stack(acl(rule("allow", "-1", 0, 0))), "all traffic"),
                fails("all tcp", stack(acl(rule("allow", "tcp", 0, 65535))), "all tcp"),
                fails("https and all below", stack(acl(rule("allow", "tcp", 0, 443))), "tcp 0-443"),
                fails("all udp but one port", stack(acl(rule("allow", "17", 1, 65535))), "udp 1-65535"),
                unknown("not known yet", stack(acl().unknown("ingress"))),
                notApplicable("no network ACL", stack()));
    }

    private static ResourceBuilder acl(Object... rules) {
        return resource("aws:ec2/networkAcl:NetworkAcl", "tier").set("ingress", List.of(rules));
    }

    private static Map<String, Object> rule(String action, String protocol, int from, int to) {
        return Map.of(
                "ruleNo",
                100,
                "action",
                action,
                "protocol",
                protocol,
                "fromPort",
                from,
                "toPort",
                to,
                "cidrBlock",
                "10.20.0.0/16");
    }
}
