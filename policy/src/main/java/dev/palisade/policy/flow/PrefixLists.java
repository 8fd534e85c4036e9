package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the managed prefix lists of a graph contain. */
final class PrefixLists {
    static final String LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
    private static final String ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";
    private static final Property ENTRIES = Property.of(LIST, "entries");
    private static final Property ENTRIES_CIDR = Property.of(LIST, "entries[].cidr");
    private static final Property ENTRY_LIST = Property.of(ENTRY, "prefixListId");
    private static final Property ENTRY_CIDR = Property.of(ENTRY, "cidr");

    private final Graph graph;

    PrefixLists(Graph graph) {
        this.graph = graph;
    }

    /**
     * The addresses of a list of this graph; empty where it is AWS's own, or not known.
     *
     * @param property the property, or a parent of it, that holds the value
     */
    Optional<AddressSet> addresses(Resource from, Property property, Value id) {
        List<Resource> lists = graph.targets(from, property, id, LIST).resources();
        if (lists.size() != 1) {
            return Optional.empty();
        }
        Resource list = lists.get(0);
        List<Value> cidrs = new ArrayList<>();
        list.get(ENTRIES).items().forEach(entry -> cidrs.add(entry.get(ENTRIES_CIDR)));
        var separate = graph.referrers(list, ENTRY_LIST);
        separate.resources().forEach(entry -> cidrs.add(entry.get(ENTRY_CIDR)));
        List<AddressSet> blocks = cidrs.stream()
                .flatMap(cidr -> cidr.text().flatMap(AddressSet::read).stream())
                .toList();
        return separate.decided() && blocks.size() == cidrs.size()
                ? Optional.of(AddressSet.union(blocks))
                : Optional.empty();
    }
}
