package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the security groups of a place let out and in. Stateful: answers pass by themselves. */
final class SecurityGroups {
    private final Graph graph;
    private final SecurityGroupRules rules;
    /** The groups that EKS makes for its clusters, by key. */
    private final Set<String> ofClusters = new HashSet<>();

    private final Map<String, List<GroupRule>> cache = new HashMap<>();
    private final Map<Own, Map<Peer, Filter>> filters = new HashMap<>();

    /** The groups of a place, in one direction: most places are in the same few. */
    private record Own(String direction, Groups groups) {}

    /** All that a filter depends on of the place at the other end; a subnet's URN tells its addresses. */
    private record Peer(Groups groups, Set<String> prefixLists, String urn, String name) {}

    SecurityGroups(Graph graph) {
        this.graph = graph;
        this.rules = new SecurityGroupRules(graph);
    }

    /** Remembers that EKS made this group, with rules that no resource shows. */
    void addClusterGroup(String key) {
        ofClusters.add(key);
    }

    /** The groups that a property lists. */
    Groups named(Resource holder, Property property, Value list) {
        Set<String> keys = new HashSet<>();
        boolean known = true;
        for (Value value : list.text().isPresent() ? List.of(list) : list.items()) {
            Optional<String> key = rules.key(holder, property, value);
            key.ifPresent(keys::add);
            known &= key.isPresent();
        }
        return new Groups(keys, known);
    }

    /** What the groups of {@code from} let out to {@code to}. */
    Filter egress(Place from, Place to) {
        return filter("egress", from.groups(), to);
    }

    /** What the groups of {@code to} let in from {@code from}. */
    Filter ingress(Place from, Place to) {
        return filter("ingress", to.groups(), from);
    }

    private Filter filter(String direction, Groups own, Place other) {
        Subnet there = other.subnet();
        Peer peer = new Peer(other.groups(), other.prefixLists(), there.urn(), there.name());
        return filters.computeIfAbsent(new Own(direction, own), key -> new HashMap<>())
                .computeIfAbsent(peer, key -> read(direction, own, other));
    }

    private Filter read(String direction, Groups own, Place other) {
        String name =
                "security group " + own.keys().stream().map(this::name).sorted().collect(Collectors.joining(", "));
        if (!own.known()) {
            return Filter.unknown(
                    "security groups of " + other.subnet().name(), "its security groups are not known yet");
        }
        List<Rule> read = new ArrayList<>();
        for (String key : own.keys()) {
            rulesOf(direction, key).forEach(rule -> read.addAll(read(direction, rule, other)));
        }
        for (GroupRule stray : rules.of(direction, "")) {
            read.add(Rule.maybe(
                    toward(direction, AddressSet.ALL, stray.ports()), stray.text() + " of a group not known yet"));
        }
        return new Filter(
                name, read, "no " + direction + " rule lets it " + ("egress".equals(direction) ? "out" : "in"));
    }

    private List<GroupRule> rulesOf(String direction, String key) {
        return cache.computeIfAbsent(direction + " " + key, one -> {
            List<GroupRule> all = new ArrayList<>(rules.of(direction, key));
            if (ofClusters.contains(key)) {
                boolean out = "egress".equals(direction);
                all.add(new GroupRule(
                        out ? AddressSet.ALL : AddressSet.NONE,
                        out ? Set.of() : Set.of(key),
                        Set.of(),
                        PortSet.ALL,
                        true,
                        "the rule that EKS makes allows all traffic " + (out ? "out" : "among its members")));
            }
            return all;
        });
    }

    private static List<Rule> read(String direction, GroupRule rule, Place other) {
        List<Rule> read = new ArrayList<>();
        String end = "egress".equals(direction) ? " to " : " from ";
        Traffic any = toward(direction, AddressSet.ALL, rule.ports());
        if (!rule.exact()) {
            read.add(Rule.maybe(any, rule.text() + " on values not known yet"));
        }
        if (!rule.peers().isEmpty()) {
            read.add(Rule.allow(toward(direction, rule.peers(), rule.ports()), rule.text() + end + rule.peers()));
        }
        if (rule.groups().stream().anyMatch(other.groups().keys()::contains)) {
            read.add(Rule.allow(any, rule.text() + end + "the group"));
        } else if (!rule.groups().isEmpty() && !other.groups().known()) {
            read.add(Rule.maybe(any, rule.text() + " for groups of which it is not known who is in them"));
        }
        lists(direction, rule, other).ifPresent(read::add);
        return read;
    }

    private static Optional<Rule> lists(String direction, GroupRule rule, Place other) {
        if (rule.lists().isEmpty()) {
            return Optional.empty();
        }
        if (rule.lists().stream().anyMatch(other.prefixLists()::contains)) {
            Traffic any = toward(direction, AddressSet.ALL, rule.ports());
            return Optional.of(Rule.allow(any, rule.text() + " for its prefix list"));
        }
        AddressSet outside = AddressSet.ALL.minus(other.subnet().addresses());
        boolean isInside = !other.subnet().urn().isEmpty();
        Traffic perhaps = toward(direction, isInside ? outside : AddressSet.ALL, rule.ports());
        return Optional.of(Rule.maybe(perhaps, rule.text() + " for a prefix list of AWS's"));
    }

    private static Traffic toward(String direction, AddressSet peers, PortSet ports) {
        return "egress".equals(direction)
                ? Traffic.of(AddressSet.ALL, peers, ports)
                : Traffic.of(peers, AddressSet.ALL, ports);
    }

    private String name(String key) {
        return ofClusters.contains(key)
                ? "of the EKS cluster"
                : graph.find(key).map(Resource::name).orElse(key);
    }
}
