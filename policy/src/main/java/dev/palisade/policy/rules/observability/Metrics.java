package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which alarms watch a metric and which filters make it: of a large stack, those that may, instead of all. */
final class Metrics {
    private final Map<Key, List<Resource>> alarms;
    private final Map<Key, List<Resource>> filters;

    private record Key(String namespace, String metric) {
        /** Where those are whose metric is not known. */
        static final Key NOT_KNOWN = new Key("", "");
    }

    private Metrics(Graph graph) {
        alarms = index(graph, Alarms.NAMESPACE, Alarms.METRIC);
        filters = index(graph, MetricFilters.NAMESPACE, MetricFilters.NAME);
    }

    static Metrics of(Graph graph) {
        return graph.view(Metrics.class, Metrics::new);
    }

    /** Those of that metric, and those of which it is not known. */
    List<Resource> alarms(String namespace, String metric) {
        return find(alarms, new Key(namespace, metric));
    }

    /** Those of that metric, and those of which it is not known. */
    List<Resource> filters(String namespace, String metric) {
        return find(filters, new Key(namespace, metric));
    }

    private static List<Resource> find(Map<Key, List<Resource>> index, Key key) {
        List<Resource> found = new ArrayList<>(index.getOrDefault(key, List.of()));
        found.addAll(index.getOrDefault(Key.NOT_KNOWN, List.of()));
        return found;
    }

    private static Map<Key, List<Resource>> index(Graph graph, Property namespace, Property metric) {
        Map<Key, List<Resource>> index = new HashMap<>();
        for (Resource resource : graph.ofType(namespace.type())) {
            Value space = resource.get(namespace);
            Value name = resource.get(metric);
            Key key = space.text().isPresent() && name.text().isPresent()
                    ? new Key(space.text().get(), name.text().get())
                    : Key.NOT_KNOWN;
            index.computeIfAbsent(key, one -> new ArrayList<>()).add(resource);
        }
        return index;
    }
}
