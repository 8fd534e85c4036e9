package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.stream.Stream;

/** The rules that a network ACL states itself. */
final class InlineNetworkAclRules {
    private static final Property INGRESS = Property.of(NetworkAclRules.ACL, "ingress");
    private static final Property EGRESS = Property.of(NetworkAclRules.ACL, "egress");
    private static final Property NUMBER = Property.of(NetworkAclRules.ACL, "ingress[].ruleNo");
    private static final Property ACTION = Property.of(NetworkAclRules.ACL, "ingress[].action");
    private static final Property PROTOCOL = Property.of(NetworkAclRules.ACL, "ingress[].protocol");
    private static final Property FROM = Property.of(NetworkAclRules.ACL, "ingress[].fromPort");
    private static final Property TO = Property.of(NetworkAclRules.ACL, "ingress[].toPort");
    private static final Property TYPE = Property.of(NetworkAclRules.ACL, "ingress[].icmpType");
    private static final Property CODE = Property.of(NetworkAclRules.ACL, "ingress[].icmpCode");
    private static final Property IPV4 = Property.of(NetworkAclRules.ACL, "ingress[].cidrBlock");
    private static final Property IPV6 = Property.of(NetworkAclRules.ACL, "ingress[].ipv6CidrBlock");

    private InlineNetworkAclRules() {}

    static List<NetworkAclRule> of(Resource acl) {
        return Stream.concat(
                        acl.get(INGRESS).items().stream().map(item -> read(item, false)),
                        acl.get(EGRESS).items().stream().map(item -> read(item, true)))
                .toList();
    }

    private static NetworkAclRule read(Value item, boolean egress) {
        return NetworkAclRule.of(
                egress,
                item.get(NUMBER),
                item.get(ACTION),
                item.get(PROTOCOL),
                item.get(FROM),
                item.get(TO),
                item.get(TYPE),
                item.get(CODE),
                item.get(IPV4),
                item.get(IPV6));
    }
}
