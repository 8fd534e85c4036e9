package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of security groups: separate ones of both kinds and inline ones. */
final class SecurityGroupRules {
    static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
    static final String DEFAULT = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private static final String RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
    private static final Property RULE_TYPE = Property.of(RULE, "type");
    private static final Property RULE_SELF = Property.of(RULE, "self");
    private static final Property GROUP_OF_INGRESS = Property.of(INGRESS, "securityGroupId");
    private static final Property GROUP_OF_EGRESS = Property.of(EGRESS, "securityGroupId");
    private static final Property GROUP_OF_RULE = Property.of(RULE, "securityGroupId");

    private static final Shape INGRESS_SHAPE = new Shape(
            Property.of(INGRESS, "ipProtocol"),
            Property.of(INGRESS, "fromPort"),
            Property.of(INGRESS, "toPort"),
            List.of(Property.of(INGRESS, "cidrIpv4"), Property.of(INGRESS, "cidrIpv6")),
            Property.of(INGRESS, "prefixListId"),
            Property.of(INGRESS, "referencedSecurityGroupId"));
    private static final Shape EGRESS_SHAPE = new Shape(
            Property.of(EGRESS, "ipProtocol"),
            Property.of(EGRESS, "fromPort"),
            Property.of(EGRESS, "toPort"),
            List.of(Property.of(EGRESS, "cidrIpv4"), Property.of(EGRESS, "cidrIpv6")),
            Property.of(EGRESS, "prefixListId"),
            Property.of(EGRESS, "referencedSecurityGroupId"));
    private static final Shape RULE_SHAPE = new Shape(
            Property.of(RULE, "protocol"),
            Property.of(RULE, "fromPort"),
            Property.of(RULE, "toPort"),
            List.of(Property.of(RULE, "cidrBlocks"), Property.of(RULE, "ipv6CidrBlocks")),
            Property.of(RULE, "prefixListIds"),
            Property.of(RULE, "sourceSecurityGroupId"));
    private static final List<Inline> INLINES = List.of(
            Inline.of(GROUP, "ingress"), Inline.of(GROUP, "egress"),
            Inline.of(DEFAULT, "ingress"), Inline.of(DEFAULT, "egress"));

    /** By which names a kind of rule says the same. */
    record Shape(
            Property protocol,
            Property fromPort,
            Property toPort,
            List<Property> cidrs,
            Property prefixLists,
            Property groups) {}

    /** Rules that stand inside of their group. */
    record Inline(String type, String direction, Property rules, Property self, Shape shape) {
        static Inline of(String type, String direction) {
            Property rules = Property.of(type, direction);
            String each = direction + "[].";
            return new Inline(
                    type,
                    direction,
                    rules,
                    Property.of(type, each + "self"),
                    new Shape(
                            Property.of(type, each + "protocol"),
                            Property.of(type, each + "fromPort"),
                            Property.of(type, each + "toPort"),
                            List.of(Property.of(type, each + "cidrBlocks"), Property.of(type, each + "ipv6CidrBlocks")),
                            Property.of(type, each + "prefixListIds"),
                            Property.of(type, each + "securityGroups")));
        }
    }

    private final Graph graph;
    private final PrefixLists lists;
    /** Rules by direction and the group they belong to; those of a group not known yet under the empty key. */
    private final Map<String, Map<String, List<GroupRule>>> rules = new HashMap<>();

    SecurityGroupRules(Graph graph) {
        this.graph = graph;
        this.lists = new PrefixLists(graph);
        graph.ofType(INGRESS).forEach(rule -> separate("ingress", rule, GROUP_OF_INGRESS, INGRESS_SHAPE, false));
        graph.ofType(EGRESS).forEach(rule -> separate("egress", rule, GROUP_OF_EGRESS, EGRESS_SHAPE, false));
        for (Resource rule : graph.ofType(RULE)) {
            boolean self = rule.get(RULE_SELF).isTrue() == Truth.TRUE;
            if (rule.get(RULE_TYPE).is("ingress") != Truth.FALSE) {
                separate("ingress", rule, GROUP_OF_RULE, RULE_SHAPE, self);
            }
            if (rule.get(RULE_TYPE).is("egress") != Truth.FALSE) {
                separate("egress", rule, GROUP_OF_RULE, RULE_SHAPE, self);
            }
        }
        for (Inline inline : INLINES) {
            graph.ofType(inline.type()).forEach(group -> inline(inline, group));
        }
    }

    /** The rules of a group, and those of which it is not known whose they are. */
    List<GroupRule> of(String direction, String key) {
        return rules.getOrDefault(direction, Map.of()).getOrDefault(key, List.of());
    }

    private void separate(String direction, Resource rule, Property owner, Shape shape, boolean self) {
        Optional<String> key = key(rule, owner, rule.get(owner));
        Set<String> own = self ? key.map(Set::of).orElse(Set.of()) : Set.of();
        add(direction, key.orElse(""), read(rule, rule::get, shape, own, "rule " + rule.name()));
    }

    private void inline(Inline inline, Resource group) {
        int number = 0;
        for (Value rule : group.get(inline.rules()).items()) {
            String text = "rule " + inline.direction() + "[" + number + "] of " + group.name();
            number++;
            Set<String> own = rule.get(inline.self()).isTrue() == Truth.TRUE ? Set.of(group.urn()) : Set.of();
            add(inline.direction(), group.urn(), read(group, rule::get, inline.shape(), own, text));
        }
    }

    private void add(String direction, String key, GroupRule rule) {
        rules.computeIfAbsent(direction, one -> new HashMap<>())
                .computeIfAbsent(key, one -> new ArrayList<>())
                .add(rule);
    }

    /** How a property of a rule is read, off a resource or off an element of one. */
    private interface Reader {
        Value read(Property property);
    }

    private GroupRule read(Resource holder, Reader rule, Shape shape, Set<String> own, String name) {
        boolean exact = true;
        List<AddressSet> peers = new ArrayList<>();
        for (Property property : shape.cidrs()) {
            for (Value cidr : elements(rule.read(property))) {
                Optional<AddressSet> block = cidr.text().flatMap(AddressSet::read);
                block.ifPresent(peers::add);
                exact &= block.isPresent();
            }
        }
        Set<String> groups = new HashSet<>(own);
        for (Value group : elements(rule.read(shape.groups()))) {
            Optional<String> key = key(holder, shape.groups(), group);
            key.ifPresent(groups::add);
            exact &= key.isPresent();
        }
        Set<String> ofAws = new HashSet<>();
        for (Value list : elements(rule.read(shape.prefixLists()))) {
            Optional<AddressSet> block = lists.addresses(holder, shape.prefixLists(), list);
            block.ifPresent(peers::add);
            if (block.isEmpty()) {
                list.text().ifPresent(ofAws::add);
                exact &= list.text().isPresent();
            }
        }
        Optional<PortSet> ports =
                GroupRule.ports(rule.read(shape.protocol()), rule.read(shape.fromPort()), rule.read(shape.toPort()));
        AddressSet addresses = AddressSet.union(peers);
        PortSet known = ports.orElse(PortSet.ALL);
        String text = name + " allows " + known;
        return new GroupRule(addresses, groups, ofAws, known, exact && ports.isPresent(), text);
    }

    private static List<Value> elements(Value value) {
        return value.isMissing() ? List.of() : value.text().isPresent() ? List.of(value) : value.items();
    }

    /** What a security group is called in a {@link Groups}; empty where it is not known. */
    Optional<String> key(Resource from, Property property, Value value) {
        var targets = graph.targets(from, property, value, GROUP, DEFAULT);
        if (targets.decided() && targets.resources().size() == 1) {
            return Optional.of(targets.resources().get(0).urn());
        }
        return targets.isEmpty() ? value.text() : Optional.empty();
    }
}
