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

class SecurityGroupRulesNamePortsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupRulesNamePorts();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("one port", stack(group(), rule("tcp", 443, 443))),
                passes("node ports", stack(group(), rule("tcp", 30000, 32767))),
                fails("all traffic", stack(group(), rule("-1", -1, -1)), "all traffic"),
                fails("all ports", stack(group(), rule("tcp", 0, 65535)), "all tcp"),
                fails("nearly all ports", stack(group(), rule("tcp", 1, 65534)), "tcp 1-65534"),
                fails("ssh to https", stack(group(), rule("tcp", 22, 443)), "tcp 22-443"),
                fails(
                        "no other side",
                        stack(group(), rule("tcp", 443, 443).unset("referencedSecurityGroupId")),
                        "another side"),
                fails(
                        "a group of another program",
                        stack(rule("-1", -1, -1).set("securityGroupId", "sg-9")),
                        "all traffic"),
                fails("ports the wrong way round", stack(group(), rule("tcp", 443, 1)), "all traffic"),
                fails(
                        "all traffic out, inline",
                        stack(group().set("egress", List.of(Map.of("protocol", "-1", "fromPort", 0, "toPort", 0)))),
                        "lets out all traffic"),
                unknown(
                        "a protocol not known yet",
                        stack(group(), rule("tcp", 443, 443).unknown("ipProtocol"))),
                notApplicable("no group", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes");
    }

    private static ResourceBuilder rule(String protocol, int from, int to) {
        return resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "rule")
                .refer("securityGroupId", group())
                .set("referencedSecurityGroupId", "sg-1")
                .set("ipProtocol", protocol)
                .set("fromPort", from)
                .set("toPort", to);
    }
}
