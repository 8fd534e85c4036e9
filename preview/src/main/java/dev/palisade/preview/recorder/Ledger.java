package dev.palisade.preview.recorder;

import com.google.protobuf.Struct;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Every resource that was registered so far. Programs register from many threads at once. */
final class Ledger {
    /** A resource, and what the program was told of it. */
    record Entry(Resource resource, Struct inputs, Struct outputs) {}

    private final Map<String, Entry> byUrn = new LinkedHashMap<>();
    private final IntConsumer progress;
    private int changes;
    private String last = "";

    Ledger(IntConsumer progress) {
        this.progress = progress;
    }

    /** Adds a resource. Returns false if one with its URN is there already. */
    synchronized boolean add(Entry entry) {
        boolean added = byUrn.putIfAbsent(entry.resource().urn(), entry) == null;
        progress.accept(byUrn.size());
        changes++;
        last = entry.resource().toString();
        return added;
    }

    /** Grows with everything that the program registers. */
    synchronized int changes() {
        return changes;
    }

    /** The resource that was registered last. */
    synchronized String last() {
        return last;
    }

    synchronized Optional<Entry> find(String urn) {
        return Optional.ofNullable(byUrn.get(urn));
    }

    /** A component's or the stack's own outputs, which it registers last. */
    synchronized void putOutputs(String urn, Struct outputs) {
        changes++;
        byUrn.computeIfPresent(urn, (same, entry) -> {
            var old = entry.resource();
            var resource = new Resource(
                    old.urn(),
                    old.type(),
                    old.name(),
                    old.parent(),
                    old.custom(),
                    old.id(),
                    old.inputs(),
                    Values.of(outputs),
                    old.dependencies(),
                    old.propertyDependencies(),
                    old.provider(),
                    old.options());
            return new Entry(resource, entry.inputs(), outputs);
        });
    }

    /** The graph in an order that never varies: what a resource needs stands before it, else by URN. */
    synchronized Graph graph() {
        var sorted = new LinkedHashMap<String, Resource>();
        var waiting = new TreeMap<String, Resource>();
        byUrn.forEach((urn, entry) -> waiting.put(urn, entry.resource()));
        waiting.values().stream()
                .filter(resource -> Urn.STACK_TYPE.equals(resource.type()))
                .forEach(stack -> place(stack, waiting, sorted, new LinkedHashSet<>()));
        waiting.values().forEach(resource -> place(resource, waiting, sorted, new LinkedHashSet<>()));
        return new Graph(sorted.values());
    }

    private static void place(
            Resource resource, Map<String, Resource> all, Map<String, Resource> sorted, Set<String> path) {
        if (sorted.containsKey(resource.urn()) || !path.add(resource.urn())) {
            return;
        }
        for (var urn : needs(resource)) {
            var needed = all.get(urn);
            if (needed != null) {
                place(needed, all, sorted, path);
            }
        }
        sorted.put(resource.urn(), resource);
    }

    private static List<String> needs(Resource resource) {
        var needs = new ArrayList<String>();
        if (resource.parent() != null) {
            needs.add(resource.parent());
        }
        if (resource.provider() != null) {
            needs.add(ProviderReference.urn(resource.provider()));
        }
        resource.dependencies().stream().sorted().forEach(needs::add);
        return needs;
    }
}
