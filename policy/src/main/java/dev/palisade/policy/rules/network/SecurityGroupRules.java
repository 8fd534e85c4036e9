package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a security group, wherever the program states them: inline or as resources of their own.
 *
 * @param decided whether these are all; if not, a rule names a group that is not known yet
 */
record SecurityGroupRules(List<SecurityGroupRule> rules, boolean decided) {
    static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";

    private static final String PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
    private static final Property ENTRIES = Property.of(PREFIX_LIST, "entries[].cidr");

    private static final Property INGRESS = Property.of(GROUP, "ingress");
    private static final Property EGRESS = Property.of(GROUP, "egress");
    private static final Property PROTOCOL = Property.of(GROUP, "ingress[].protocol");
    private static final Property FROM = Property.of(GROUP, "ingress[].fromPort");
    private static final Property TO = Property.of(GROUP, "ingress[].toPort");
    private static final Property IPV4 = Property.of(GROUP, "ingress[].cidrBlocks");
    private static final Property IPV6 = Property.of(GROUP, "ingress[].ipv6CidrBlocks");
    private static final Property LISTS = Property.of(GROUP, "ingress[].prefixListIds");
    private static final Property GROUPS = Property.of(GROUP, "ingress[].securityGroups");
    private static final Property SELF = Property.of(GROUP, "ingress[].self");
    private static final Property DESCRIPTION = Property.of(GROUP, "ingress[].description");

    private static final String RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
    private static final Property RULE_GROUP = Property.of(RULE, "securityGroupId");
    private static final Property RULE_TYPE = Property.of(RULE, "type");
    private static final Property RULE_PROTOCOL = Property.of(RULE, "protocol");
    private static final Property RULE_FROM = Property.of(RULE, "fromPort");
    private static final Property RULE_TO = Property.of(RULE, "toPort");
    private static final Property RULE_IPV4 = Property.of(RULE, "cidrBlocks");
    private static final Property RULE_IPV6 = Property.of(RULE, "ipv6CidrBlocks");
    private static final Property RULE_LISTS = Property.of(RULE, "prefixListIds");
    private static final Property RULE_SOURCE = Property.of(RULE, "sourceSecurityGroupId");
    private static final Property RULE_SELF = Property.of(RULE, "self");
    private static final Property RULE_DESCRIPTION = Property.of(RULE, "description");

    private static final String VPC_INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private static final Property INGRESS_GROUP = Property.of(VPC_INGRESS, "securityGroupId");
    private static final Property INGRESS_PROTOCOL = Property.of(VPC_INGRESS, "ipProtocol");
    private static final Property INGRESS_FROM = Property.of(VPC_INGRESS, "fromPort");
    private static final Property INGRESS_TO = Property.of(VPC_INGRESS, "toPort");
    private static final Property INGRESS_IPV4 = Property.of(VPC_INGRESS, "cidrIpv4");
    private static final Property INGRESS_IPV6 = Property.of(VPC_INGRESS, "cidrIpv6");
    private static final Property INGRESS_LIST = Property.of(VPC_INGRESS, "prefixListId");
    private static final Property INGRESS_SOURCE = Property.of(VPC_INGRESS, "referencedSecurityGroupId");
    private static final Property INGRESS_DESCRIPTION = Property.of(VPC_INGRESS, "description");

    private static final String VPC_EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private static final Property EGRESS_GROUP = Property.of(VPC_EGRESS, "securityGroupId");
    private static final Property EGRESS_PROTOCOL = Property.of(VPC_EGRESS, "ipProtocol");
    private static final Property EGRESS_FROM = Property.of(VPC_EGRESS, "fromPort");
    private static final Property EGRESS_TO = Property.of(VPC_EGRESS, "toPort");
    private static final Property EGRESS_IPV4 = Property.of(VPC_EGRESS, "cidrIpv4");
    private static final Property EGRESS_IPV6 = Property.of(VPC_EGRESS, "cidrIpv6");
    private static final Property EGRESS_LIST = Property.of(VPC_EGRESS, "prefixListId");
    private static final Property EGRESS_SOURCE = Property.of(VPC_EGRESS, "referencedSecurityGroupId");
    private static final Property EGRESS_DESCRIPTION = Property.of(VPC_EGRESS, "description");

    private static final Map<String, Property> GROUP_OF =
            Map.of(RULE, RULE_GROUP, VPC_INGRESS, INGRESS_GROUP, VPC_EGRESS, EGRESS_GROUP);

    /** What is judged: groups with all their rules, and rules of groups that this program does not make. */
    static final Set<String> TYPES = Set.of(GROUP, RULE, VPC_INGRESS, VPC_EGRESS);

    /** The rules to be judged with a resource; a rule whose group is in the graph is judged with that. */
    static SecurityGroupRules of(Resource resource, Graph graph) {
        Property groupOf = GROUP_OF.get(resource.type());
        if (groupOf == null) {
            return ofGroup(resource, graph);
        }
        if (!graph.targets(resource, groupOf, GROUP).isEmpty()) {
            return new SecurityGroupRules(List.of(), true);
        }
        SecurityGroupRule rule =
                resource.is(RULE) ? legacy(resource, graph) : single(resource, graph, resource.is(VPC_INGRESS));
        return new SecurityGroupRules(List.of(rule), true);
    }

    private static SecurityGroupRules ofGroup(Resource group, Graph graph) {
        List<SecurityGroupRule> rules = new ArrayList<>();
        group.get(INGRESS).items().forEach(item -> rules.add(inline(group, graph, item, true)));
        group.get(EGRESS).items().forEach(item -> rules.add(inline(group, graph, item, false)));
        Targets legacy = graph.referrers(group, RULE_GROUP);
        legacy.resources().forEach(rule -> rules.add(legacy(rule, graph)));
        Targets ingress = graph.referrers(group, INGRESS_GROUP);
        ingress.resources().forEach(rule -> rules.add(single(rule, graph, true)));
        Targets egress = graph.referrers(group, EGRESS_GROUP);
        egress.resources().forEach(rule -> rules.add(single(rule, graph, false)));
        return new SecurityGroupRules(rules, legacy.decided() && ingress.decided() && egress.decided());
    }

    /** Whether resources of their own add rules to a group of whatever kind. */
    static Truth separate(Resource group, Graph graph) {
        return graph.referrers(group, RULE_GROUP)
                .exist()
                .or(graph.referrers(group, INGRESS_GROUP).exist())
                .or(graph.referrers(group, EGRESS_GROUP).exist());
    }

    List<SecurityGroupRule> ingress() {
        return rules.stream().filter(SecurityGroupRule::ingress).toList();
    }

    List<SecurityGroupRule> egress() {
        return rules.stream().filter(rule -> !rule.ingress()).toList();
    }

    /** What a policy says of the group if its known rules are fine. */
    Verdict otherwise() {
        return decided ? Verdict.PASS : Verdict.unknown("not known yet whether there are more rules");
    }

    private static SecurityGroupRule inline(Resource group, Graph graph, Value item, boolean ingress) {
        Targets peers = graph.targets(group, ingress ? INGRESS : EGRESS, item.get(GROUPS), GROUP);
        boolean self = item.get(SELF).isTrue() == Truth.TRUE;
        Blocks blocks = new Blocks(graph, group, item.get(IPV4), item.get(IPV6));
        blocks.addLists(ingress ? INGRESS : EGRESS, item.get(LISTS));
        return new SecurityGroupRule(
                group,
                ingress,
                item.get(PROTOCOL),
                item.get(FROM),
                item.get(TO),
                blocks.known,
                blocks.decided,
                self || !item.get(GROUPS).items().isEmpty(),
                self ? with(peers, List.of(group)) : peers,
                item.get(DESCRIPTION));
    }

    private static SecurityGroupRule legacy(Resource rule, Graph graph) {
        Targets peers = graph.targets(rule, RULE_SOURCE, GROUP);
        boolean self = rule.get(RULE_SELF).isTrue() == Truth.TRUE;
        Blocks blocks = new Blocks(graph, rule, rule.get(RULE_IPV4), rule.get(RULE_IPV6));
        blocks.addLists(RULE_LISTS, rule.get(RULE_LISTS));
        return new SecurityGroupRule(
                rule,
                rule.get(RULE_TYPE).is("egress") != Truth.TRUE,
                rule.get(RULE_PROTOCOL),
                rule.get(RULE_FROM),
                rule.get(RULE_TO),
                blocks.known,
                blocks.decided,
                self || !rule.get(RULE_SOURCE).isMissing(),
                self ? with(peers, graph.targets(rule, RULE_GROUP, GROUP).resources()) : peers,
                rule.get(RULE_DESCRIPTION));
    }

    private static SecurityGroupRule single(Resource rule, Graph graph, boolean ingress) {
        Property lists = ingress ? INGRESS_LIST : EGRESS_LIST;
        Property source = ingress ? INGRESS_SOURCE : EGRESS_SOURCE;
        Blocks blocks = new Blocks(
                graph,
                rule,
                rule.get(ingress ? INGRESS_IPV4 : EGRESS_IPV4),
                rule.get(ingress ? INGRESS_IPV6 : EGRESS_IPV6));
        blocks.addLists(lists, rule.get(lists));
        return new SecurityGroupRule(
                rule,
                ingress,
                rule.get(ingress ? INGRESS_PROTOCOL : EGRESS_PROTOCOL),
                rule.get(ingress ? INGRESS_FROM : EGRESS_FROM),
                rule.get(ingress ? INGRESS_TO : EGRESS_TO),
                blocks.known,
                blocks.decided,
                !rule.get(source).isMissing(),
                graph.targets(rule, source, GROUP),
                rule.get(ingress ? INGRESS_DESCRIPTION : EGRESS_DESCRIPTION));
    }

    private static Targets with(Targets peers, List<Resource> group) {
        List<Resource> all = new ArrayList<>(peers.resources());
        all.addAll(group);
        return new Targets(all, peers.decided());
    }

    /** The CIDR blocks of one rule, gathered. */
    private static final class Blocks {
        private final Graph graph;
        private final Resource holder;
        private final List<String> known = new ArrayList<>();
        private boolean decided = true;

        Blocks(Graph graph, Resource holder, Value ipv4, Value ipv6) {
            this.graph = graph;
            this.holder = holder;
            add(ipv4);
            add(ipv6);
        }

        private void add(Value blocks) {
            known.addAll(blocks.texts());
            decided = decided && !blocks.hasUnknown();
        }

        /** A list that this program does not make may hold anything. */
        void addLists(Property property, Value lists) {
            if (lists.isMissing() || (lists.text().isEmpty() && lists.items().isEmpty())) {
                return;
            }
            Targets targets = graph.targets(holder, property, lists, PREFIX_LIST);
            decided = decided && targets.decided() && !targets.isEmpty();
            targets.resources().forEach(list -> add(list.get(ENTRIES)));
        }
    }
}
