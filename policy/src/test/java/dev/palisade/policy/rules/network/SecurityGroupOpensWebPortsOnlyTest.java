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

class SecurityGroupOpensWebPortsOnlyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupOpensWebPortsOnly();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "web ports from everywhere",
                        stack(group(), rule("tcp", 443, "0.0.0.0/0"), rule6("tcp", 80, "::/0"))),
                passes("a database for another group", stack(group(), rule("tcp", 5432, "10.20.0.0/16"))),
                passes("ssh from a private prefix list", stack(group(), list("10.0.0.0/8"), listed())),
                fails("ssh from everywhere", stack(group(), rule("tcp", 22, "0.0.0.0/0")), "opens tcp 22 to 0.0.0.0/0"),
                fails("ssh from everywhere by IPv6", stack(group(), rule6("tcp", 22, "::/0")), "opens tcp 22 to ::/0"),
                fails("half of the internet", stack(group(), rule("tcp", 5000, "128.0.0.0/1")), "128.0.0.0/1"),
                fails("one public address", stack(group(), rule("tcp", 22, "198.51.100.7/32")), "tcp 22"),
                fails("all traffic", stack(group(), rule("-1", -1, "0.0.0.0/0")), "all traffic"),
                fails(
                        "ssh into a group of another program",
                        stack(rule("tcp", 22, "0.0.0.0/0").set("securityGroupId", "sg-cluster")),
                        "tcp 22"),
                fails(
                        "a range with one end",
                        stack(group(), rule("tcp", 443, "0.0.0.0/0").unset("toPort")),
                        "all tcp"),
                fails("udp 443", stack(group(), rule("udp", 443, "0.0.0.0/0")), "udp 443"),
                fails("no CIDR block at all", stack(group(), rule("tcp", 22, "everywhere")), "tcp 22"),
                fails("a public prefix list", stack(group(), list("0.0.0.0/0"), listed()), "tcp 22"),
                fails(
                        "an inline rule",
                        stack(group().set(
                                        "ingress",
                                        List.of(Map.of(
                                                "protocol",
                                                "tcp",
                                                "fromPort",
                                                80,
                                                "toPort",
                                                443,
                                                "ipv6CidrBlocks",
                                                List.of("::/0"))))),
                        "tcp 80-443"),
                fails(
                        "a rule of the old kind",
                        stack(
                                group(),
                                resource("aws:ec2/securityGroupRule:SecurityGroupRule", "old")
                                        .refer("securityGroupId", group())
                                        .set("type", "ingress")
                                        .set("protocol", "all")
                                        .set("fromPort", 0)
                                        .set("toPort", 0)
                                        .set("cidrBlocks", List.of("0.0.0.0/0"))),
                        "all traffic"),
                fails("a prefix list of another's, which may hold anything", stack(group(), listed()), "office-id"),
                unknown("a prefix list from outputs", stack(group(), listed().unknown("prefixListId"))),
                unknown(
                        "addresses not known yet",
                        stack(group(), rule("tcp", 22, "10.0.0.0/8").unknown("cidrIpv4"))),
                unknown(
                        "ports not known yet",
                        stack(group(), rule("tcp", 22, "0.0.0.0/0").unknown("fromPort"))),
                notApplicable("no group", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes");
    }

    private static ResourceBuilder rule(String protocol, int port, String block) {
        return ingress(protocol, port).set("cidrIpv4", block);
    }

    private static ResourceBuilder rule6(String protocol, int port, String block) {
        return ingress(protocol, port).set("cidrIpv6", block);
    }

    private static ResourceBuilder listed() {
        return ingress("tcp", 22).refer("prefixListId", list("10.0.0.0/8"));
    }

    private static ResourceBuilder list(String block) {
        return resource("aws:ec2/managedPrefixList:ManagedPrefixList", "office")
                .set("entries", List.of(Map.of("cidr", block)));
    }

    private static ResourceBuilder ingress(String protocol, int port) {
        return resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", protocol + port)
                .refer("securityGroupId", group())
                .set("ipProtocol", protocol)
                .set("fromPort", port)
                .set("toPort", port);
    }
}
