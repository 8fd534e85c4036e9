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

class SecurityGroupRulesMeetTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupRulesMeet();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both ends", stack(web(), nodes(), egress(5000), ingress(5000))),
                passes(
                        "addresses on the other end",
                        stack(
                                web(),
                                nodes(),
                                ingress(5000),
                                egress(5000).unset("referencedSecurityGroupId").set("cidrIpv4", "10.0.0.0/8"))),
                passes(
                        "a group of another program",
                        stack(web(), egress(5000).set("referencedSecurityGroupId", "sg-cluster"))),
                passes(
                        "a group that speaks to itself",
                        stack(
                                web(),
                                egress(53).refer("referencedSecurityGroupId", web()),
                                ingress(53)
                                        .refer("referencedSecurityGroupId", web())
                                        .refer("securityGroupId", web()))),
                fails("the way in alone", stack(web(), nodes(), ingress(5000)), "which does not let it out"),
                fails("the way out alone", stack(web(), nodes(), egress(5000)), "which does not let it in"),
                fails("another port", stack(web(), nodes(), egress(5000), ingress(5001)), "does not"),
                fails(
                        "the wrong group",
                        stack(web(), nodes(), egress(5000), ingress(5000).refer("securityGroupId", web())),
                        "does not"),
                unknown(
                        "a port not known yet",
                        stack(web(), nodes(), egress(5000), ingress(5000).unknown("fromPort"))),
                notApplicable("no group", stack()));
    }

    private static ResourceBuilder web() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "web");
    }

    private static ResourceBuilder nodes() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes");
    }

    private static ResourceBuilder egress(int port) {
        return rule("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", port, web(), nodes());
    }

    private static ResourceBuilder ingress(int port) {
        return rule("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", port, nodes(), web());
    }

    private static ResourceBuilder rule(String type, int port, ResourceBuilder group, ResourceBuilder other) {
        return resource(type, "rule-" + port)
                .refer("securityGroupId", group)
                .refer("referencedSecurityGroupId", other)
                .set("ipProtocol", "tcp")
                .set("fromPort", port)
                .set("toPort", port);
    }
}
