package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of a security group, seen from the group.
 *
 * @param peers the addresses on the other side
 * @param groups the security groups on the other side
 * @param lists the prefix lists on the other side whose content is AWS's
 * @param exact whether all of this is known
 */
record GroupRule(AddressSet peers, Set<String> groups, Set<String> lists, PortSet ports, boolean exact, String text) {
    GroupRule {
        groups = Set.copyOf(groups);
        lists = Set.copyOf(lists);
    }

    /** The ports of a rule; empty where they are not known or no ports at all. */
    static Optional<PortSet> ports(Value protocol, Value from, Value to) {
        Optional<String> name = protocol.text();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (List.of("-1", "all").contains(name.get())) {
            return Optional.of(PortSet.ALL);
        }
        if (from.isUnknown() || to.isUnknown()) {
            return Optional.empty();
        }
        int first = from.number().map(Double::intValue).orElse(-1);
        int last = to.number().map(Double::intValue).orElse(first);
        try {
            return Optional.of(PortSet.rule(name.get(), first, last));
        } catch (IllegalArgumentException refusedByAws) {
            return Optional.empty();
        }
    }
}
