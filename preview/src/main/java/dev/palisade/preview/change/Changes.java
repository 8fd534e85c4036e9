package dev.palisade.preview.change;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A graph against the one before it, resource by resource.
 *
 * @param byUrn the change of every resource of either graph
 * @param deleted resources that only the baseline has
 */
public record Changes(Map<String, Change> byUrn, List<Resource> deleted) {
    public Changes {
        byUrn = Collections.unmodifiableMap(new LinkedHashMap<>(byUrn));
        deleted = List.copyOf(deleted);
    }

    /** Everything is new. */
    public static Changes from(Graph graph) {
        var changes = new LinkedHashMap<String, Change>();
        graph.resources().forEach(resource -> changes.put(resource.urn(), Change.CREATE));
        return new Changes(changes, List.of());
    }

    /** Everything is there already, and nothing is compared. */
    public static Changes none(Graph graph) {
        var changes = new LinkedHashMap<String, Change>();
        graph.resources().forEach(resource -> changes.put(resource.urn(), Change.SAME));
        return new Changes(changes, List.of());
    }

    /** What differs, apart from ids and names that a provider makes up and that therefore say nothing. */
    public static Changes between(Graph baseline, Graph graph) {
        var before = new ComparableInputs(baseline);
        var after = new ComparableInputs(graph);
        var changes = new LinkedHashMap<String, Change>();
        for (var resource : graph.resources()) {
            var change = baseline.find(resource.urn())
                    .map(old -> update(before.of(old), after.of(resource)))
                    .orElse(Change.CREATE);
            changes.put(resource.urn(), change);
        }
        var deleted = new ArrayList<Resource>();
        for (var resource : baseline.resources()) {
            if (graph.find(resource.urn()).isEmpty()) {
                deleted.add(resource);
                changes.put(resource.urn(), Change.DELETE);
            }
        }
        return new Changes(changes, deleted);
    }

    public Change of(Resource resource) {
        return byUrn.getOrDefault(resource.urn(), Change.CREATE);
    }

    public long count(Change.Kind kind) {
        return byUrn.values().stream().filter(change -> change.kind() == kind).count();
    }

    /** What changes, a line each: {@code ~ aws:ec2/vpc:Vpc vpc (tags)}. */
    public List<String> lines() {
        return byUrn.entrySet().stream()
                .filter(entry -> entry.getValue().kind() != Change.Kind.SAME)
                .map(entry -> line(Urn.parse(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static String line(Urn urn, Change change) {
        var properties = change.properties().isEmpty() ? "" : " (" + String.join(", ", change.properties()) + ")";
        return change.kind().sign() + " " + urn.type() + " " + urn.name() + properties;
    }

    private static Change update(Value.Fields before, Value.Fields after) {
        var keys = new TreeSet<>(before.values().keySet());
        keys.addAll(after.values().keySet());
        keys.removeIf(key -> before.field(key).equals(after.field(key)));
        return new Change(keys.isEmpty() ? Change.Kind.SAME : Change.Kind.UPDATE, List.copyOf(keys));
    }
}
