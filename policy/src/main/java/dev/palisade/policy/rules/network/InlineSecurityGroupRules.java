package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.stream.Stream;

/** The rules that a security group states itself. */
final class InlineSecurityGroupRules {
    private static final Property INGRESS = Property.of(SecurityGroupRules.GROUP, "ingress");
    private static final Property EGRESS = Property.of(SecurityGroupRules.GROUP, "egress");
    private static final Property PROTOCOL = Property.of(SecurityGroupRules.GROUP, "ingress[].protocol");
    private static final Property FROM = Property.of(SecurityGroupRules.GROUP, "ingress[].fromPort");
    private static final Property TO = Property.of(SecurityGroupRules.GROUP, "ingress[].toPort");
    private static final Property IPV4 = Property.of(SecurityGroupRules.GROUP, "ingress[].cidrBlocks");
    private static final Property IPV6 = Property.of(SecurityGroupRules.GROUP, "ingress[].ipv6CidrBlocks");
    private static final Property LISTS = Property.of(SecurityGroupRules.GROUP, "ingress[].prefixListIds");
    private static final Property GROUPS = Property.of(SecurityGroupRules.GROUP, "ingress[].securityGroups");
    private static final Property SELF = Property.of(SecurityGroupRules.GROUP, "ingress[].self");
    private static final Property DESCRIPTION = Property.of(SecurityGroupRules.GROUP, "ingress[].description");

    private InlineSecurityGroupRules() {}

    static List<SecurityGroupRule> of(Resource group, Graph graph) {
        return Stream.concat(
                        group.get(INGRESS).items().stream().map(item -> read(group, graph, item, true)),
                        group.get(EGRESS).items().stream().map(item -> read(group, graph, item, false)))
                .toList();
    }

    private static SecurityGroupRule read(Resource group, Graph graph, Value item, boolean ingress) {
        Targets peers = graph.targets(group, ingress ? INGRESS : EGRESS, item.get(GROUPS), SecurityGroupRules.GROUP);
        boolean self = item.get(SELF).isTrue() == Truth.TRUE;
        CidrBlocks blocks = new CidrBlocks(graph, group, item.get(IPV4), item.get(IPV6));
        blocks.addLists(ingress ? INGRESS : EGRESS, item.get(LISTS));
        return new SecurityGroupRule(
                group,
                ingress,
                item.get(PROTOCOL),
                item.get(FROM),
                item.get(TO),
                blocks.known(),
                blocks.decided(),
                self || !item.get(GROUPS).items().isEmpty(),
                self ? peers.and(List.of(group)) : peers,
                item.get(DESCRIPTION));
    }
}
