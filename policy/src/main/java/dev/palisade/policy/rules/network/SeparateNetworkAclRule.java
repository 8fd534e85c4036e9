package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;

/** A rule of a network ACL that is a resource of its own. */
final class SeparateNetworkAclRule {
    private static final String TYPE = "aws:ec2/networkAclRule:NetworkAclRule";
    static final Property ACL = Property.of(TYPE, "networkAclId");
    private static final Property EGRESS = Property.of(TYPE, "egress");
    private static final Property NUMBER = Property.of(TYPE, "ruleNumber");
    private static final Property ACTION = Property.of(TYPE, "ruleAction");
    private static final Property PROTOCOL = Property.of(TYPE, "protocol");
    private static final Property FROM = Property.of(TYPE, "fromPort");
    private static final Property TO = Property.of(TYPE, "toPort");
    private static final Property ICMP_TYPE = Property.of(TYPE, "icmpType");
    private static final Property ICMP_CODE = Property.of(TYPE, "icmpCode");
    private static final Property IPV4 = Property.of(TYPE, "cidrBlock");
    private static final Property IPV6 = Property.of(TYPE, "ipv6CidrBlock");

    private SeparateNetworkAclRule() {}

    static NetworkAclRule read(Resource rule) {
        return NetworkAclRule.of(
                rule.get(EGRESS).isTrue() == Truth.TRUE,
                rule.get(NUMBER),
                rule.get(ACTION),
                rule.get(PROTOCOL),
                rule.get(FROM),
                rule.get(TO),
                rule.get(ICMP_TYPE),
                rule.get(ICMP_CODE),
                rule.get(IPV4),
                rule.get(IPV6));
    }
}
