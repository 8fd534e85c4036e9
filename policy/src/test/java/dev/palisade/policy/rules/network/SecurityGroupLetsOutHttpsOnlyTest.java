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

class SecurityGroupLetsOutHttpsOnlyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupLetsOutHttpsOnly();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("HTTPS to everywhere", stack(group(), rule("tcp", 443, "0.0.0.0/0"))),
                passes("a database inside", stack(group(), rule("tcp", 5432, "10.20.0.0/16"))),
                passes("nothing out", stack(group())),
                fails("all traffic", stack(group(), rule("-1", -1, "0.0.0.0/0")), "lets out all traffic"),
                fails("plain HTTP", stack(group(), rule("tcp", 80, "0.0.0.0/0")), "tcp 80"),
                fails("mail to half of the internet", stack(group(), rule("tcp", 25, "0.0.0.0/1")), "tcp 25"),
                fails(
                        "an inline rule for IPv6",
                        stack(group().set(
                                        "egress",
                                        List.of(Map.of(
                                                "protocol",
                                                "-1",
                                                "fromPort",
                                                0,
                                                "toPort",
                                                0,
                                                "ipv6CidrBlocks",
                                                List.of("::/0"))))),
                        "all traffic"),
                fails(
                        "HTTPS out of a database",
                        stack(
                                group(),
                                rule("tcp", 443, "0.0.0.0/0"),
                                resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "in")
                                        .refer("securityGroupId", group())
                                        .set("ipProtocol", "tcp")
                                        .set("fromPort", 5432)
                                        .set("toPort", 5432)
                                        .set("cidrIpv4", "10.20.0.0/17")),
                        "never calls"),
                fails(
                        "HTTPS out of an endpoint",
                        stack(
                                group(),
                                rule("tcp", 443, "0.0.0.0/0"),
                                resource("aws:ec2/vpcEndpoint:VpcEndpoint", "sts")
                                        .referAll("securityGroupIds", group())),
                        "never calls"),
                unknown(
                        "ports not known yet",
                        stack(group(), rule("tcp", 443, "0.0.0.0/0").unknown("toPort"))),
                notApplicable("no group", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes");
    }

    private static ResourceBuilder rule(String protocol, int port, String block) {
        return resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "rule")
                .refer("securityGroupId", group())
                .set("cidrIpv4", block)
                .set("ipProtocol", protocol)
                .set("fromPort", port)
                .set("toPort", port);
    }
}
