package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** The CIDR blocks of one rule of a security group, gathered from where it states them. */
final class CidrBlocks {
    private static final String PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
    private static final Property ENTRIES = Property.of(PREFIX_LIST, "entries[].cidr");

    private static final String LIST_ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";
    private static final Property ENTRY = Property.of(LIST_ENTRY, "cidr");
    private static final Property ENTRY_LIST = Property.of(LIST_ENTRY, "prefixListId");

    private final Graph graph;
    private final Resource holder;
    private final List<String> known = new ArrayList<>();
    private boolean decided = true;

    CidrBlocks(Graph graph, Resource holder, Value ipv4, Value ipv6) {
        this.graph = graph;
        this.holder = holder;
        add(ipv4);
        add(ipv6);
    }

    private void add(Value blocks) {
        known.addAll(blocks.texts());
        decided = decided && !blocks.hasUnknown();
    }

    /** A list that this program does not make may hold anything: its id is taken for a block of no known addresses. */
    void addLists(Property property, Value lists) {
        if (lists.isMissing() || (lists.text().isEmpty() && lists.items().isEmpty())) {
            return;
        }
        Targets targets = graph.targets(holder, property, lists, PREFIX_LIST);
        if (targets.isEmpty()) {
            add(lists);
        }
        decided = decided && targets.decided();
        for (Resource list : targets.resources()) {
            add(list.get(ENTRIES));
            Targets entries = graph.referrers(list, ENTRY_LIST);
            decided = decided && entries.decided();
            entries.resources().forEach(entry -> add(entry.get(ENTRY)));
        }
    }

    List<String> known() {
        return List.copyOf(known);
    }

    /** Whether these are all. */
    boolean decided() {
        return decided;
    }
}
