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
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class NetworkAclAdmitsWebAndAnswersOnlyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NetworkAclAdmitsWebAndAnswersOnly();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "web into a public subnet",
                        routed("gatewayId", "igw-1").with(acl(rule(100, "allow", 443, 443)))),
                passes(
                        "answers into a private one",
                        routed("natGatewayId", "nat-1").with(acl(rule(100, "allow", 1024, 65535)))),
                passes("ssh from inside", stack(subnet(), acl(rule(100, "allow", 22, 22, "10.20.0.0/16")))),
                passes(
                        "a deny before",
                        routed("natGatewayId", "nat-1")
                                .with(acl(rule(90, "deny", 0, 1023), rule(100, "allow", 0, 65535)))),
                fails(
                        "a deny after",
                        stack(subnet(), acl(rule(100, "allow", 0, 65535), rule(110, "deny", 0, 1023))),
                        "all tcp"),
                fails(
                        "everything",
                        stack(
                                subnet(),
                                acl(Map.of(
                                        "ruleNo", 1, "action", "allow", "protocol", "-1", "cidrBlock", "0.0.0.0/0"))),
                        "all traffic"),
                fails(
                        "answers into a subnet that leads nowhere",
                        stack(subnet(), acl(rule(100, "allow", 1024, 65535))),
                        "lead nowhere"),
                fails("web into a private subnet", stack(subnet(), acl(rule(100, "allow", 443, 443))), "not public"),
                fails(
                        "ssh from half of the internet",
                        stack(subnet(), acl(rule(100, "allow", 22, 22, "128.0.0.0/1"))),
                        "tcp 22"),
                fails(
                        "a service in the ephemeral range",
                        stack(subnet(), acl(rule(100, "allow", 3389, 3389))),
                        "tcp 3389"),
                fails(
                        "ssh by IPv6 in a rule of its own",
                        stack(
                                subnet(),
                                acl(),
                                resource("aws:ec2/networkAclRule:NetworkAclRule", "ssh")
                                        .refer("networkAclId", acl())
                                        .set("ruleNumber", 200)
                                        .set("ruleAction", "allow")
                                        .set("protocol", "6")
                                        .set("fromPort", 22)
                                        .set("toPort", 22)
                                        .set("ipv6CidrBlock", "::/0")),
                        "tcp 22"),
                fails(
                        "answers over UDP to nothing that is asked",
                        routed("natGatewayId", "nat-1")
                                .with(
                                        acl(),
                                        resource("aws:ec2/networkAclRule:NetworkAclRule", "udp")
                                                .refer("networkAclId", acl())
                                                .set("ruleNumber", 200)
                                                .set("ruleAction", "allow")
                                                .set("protocol", "17")
                                                .set("fromPort", 1024)
                                                .set("toPort", 65535)
                                                .set("cidrBlock", "0.0.0.0/0")),
                        "over UDP"),
                unknown("rules not known yet", stack(subnet(), acl().unknown("ingress"))),
                unknown(
                        "subnets not known yet",
                        stack(
                                subnet(),
                                resource(ACL, "x")
                                        .unknown("subnetIds")
                                        .set("ingress", List.of(rule(100, "allow", 443, 443))))),
                notApplicable("no network ACL", stack()));
    }

    private static final String ACL = "aws:ec2/networkAcl:NetworkAcl";

    private static StackBuilder routed(String kind, String gateway) {
        ResourceBuilder table = resource("aws:ec2/routeTable:RouteTable", "public")
                .set("routes", List.of(Map.of("cidrBlock", "0.0.0.0/0", kind, gateway)));
        return stack(
                subnet(),
                table,
                resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "a")
                        .refer("subnetId", subnet())
                        .refer("routeTableId", table));
    }

    private static ResourceBuilder subnet() {
        return resource("aws:ec2/subnet:Subnet", "a");
    }

    private static ResourceBuilder acl(Object... rules) {
        return resource(ACL, "tier").referAll("subnetIds", subnet()).set("ingress", List.of(rules));
    }

    private static Map<String, Object> rule(int number, String action, int from, int to) {
        return rule(number, action, from, to, "0.0.0.0/0");
    }

    private static Map<String, Object> rule(int number, String action, int from, int to, String block) {
        return Map.of(
                "ruleNo",
                number,
                "action",
                action,
                "protocol",
                "tcp",
                "fromPort",
                from,
                "toPort",
                to,
                "cidrBlock",
                block);
    }
}
