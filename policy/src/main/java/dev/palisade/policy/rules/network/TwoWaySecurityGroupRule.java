package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;

/** The older resource for a rule: one type for both directions, many blocks, and the group itself as its other side. */
final class TwoWaySecurityGroupRule {
    private static final String TYPE = "aws:ec2/securityGroupRule:SecurityGroupRule";
    static final Property GROUP = Property.of(TYPE, "securityGroupId");
    private static final Property DIRECTION = Property.of(TYPE, "type");
    private static final Property PROTOCOL = Property.of(TYPE, "protocol");
    private static final Property FROM = Property.of(TYPE, "fromPort");
    private static final Property TO = Property.of(TYPE, "toPort");
    private static final Property IPV4 = Property.of(TYPE, "cidrBlocks");
    private static final Property IPV6 = Property.of(TYPE, "ipv6CidrBlocks");
    private static final Property LISTS = Property.of(TYPE, "prefixListIds");
    private static final Property SOURCE = Property.of(TYPE, "sourceSecurityGroupId");
    private static final Property SELF = Property.of(TYPE, "self");
    private static final Property DESCRIPTION = Property.of(TYPE, "description");

    private TwoWaySecurityGroupRule() {}

    static SecurityGroupRule read(Resource rule, Graph graph) {
        Targets peers = graph.targets(rule, SOURCE, SecurityGroupRules.GROUP);
        boolean self = rule.get(SELF).isTrue() == Truth.TRUE;
        CidrBlocks blocks = new CidrBlocks(graph, rule, rule.get(IPV4), rule.get(IPV6));
        blocks.addLists(LISTS, rule.get(LISTS));
        return new SecurityGroupRule(
                rule,
                rule.get(DIRECTION).is("egress") != Truth.TRUE,
                rule.get(PROTOCOL),
                rule.get(FROM),
                rule.get(TO),
                blocks.known(),
                blocks.decided(),
                self || !rule.get(SOURCE).isMissing(),
                self
                        ? peers.and(graph.targets(rule, GROUP, SecurityGroupRules.GROUP)
                                .resources())
                        : peers,
                rule.get(DESCRIPTION));
    }
}
