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

class NetworkAclLetsOutLittleTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NetworkAclLetsOutLittle();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("HTTPS", stack(acl(rule("tcp", 443, 443)))),
                passes(
                        "answers of a public subnet",
                        stack(
                                acl(rule("tcp", 1024, 65535)).set("subnetIds", List.of("a-id")),
                                resource("aws:ec2/subnet:Subnet", "a"),
                                resource("aws:ec2/routeTable:RouteTable", "public")
                                        .set("routes", List.of(Map.of("gatewayId", "igw-1"))),
                                resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "a")
                                        .set("subnetId", "a-id")
                                        .set("routeTableId", "public-id"))),
                fails("answers of a private subnet", stack(acl(rule("tcp", 1024, 65535))), "tcp 1024-65535"),
                fails("mail", stack(acl(rule("tcp", 25, 25))), "tcp 25"),
                fails("everything", stack(acl(rule("-1", 0, 0))), "to the internet"),
                fails("names of others", stack(acl(rule("udp", 53, 53))), "udp 53"),
                fails("all tcp", stack(acl(rule("6", 0, 65535))), "tcp 0-79"),
                unknown("not known yet", stack(acl().unknown("egress"))),
                notApplicable("no network ACL", stack()));
    }

    private static ResourceBuilder acl(Object... rules) {
        return resource("aws:ec2/networkAcl:NetworkAcl", "tier").set("egress", List.of(rules));
    }

    private static Map<String, Object> rule(String protocol, int from, int to) {
        return Map.of(
                "ruleNo",
                100,
                "action",
                "allow",
                "protocol",
                protocol,
                "fromPort",
                from,
                "toPort",
                to,
                "cidrBlock",
                "0.0.0.0/0");
    }
}
