package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.function.Predicate;

/** Filters that count log events into a metric. */
final class MetricFilters {
    static final String FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
    static final Property PATTERN = Property.of(FILTER, "pattern");
    static final Property GROUP = Property.of(FILTER, "logGroupName");
    static final Property NAMESPACE = Property.of(FILTER, "metricTransformation.namespace");
    static final Property NAME = Property.of(FILTER, "metricTransformation.name");
    static final Property VALUE = Property.of(FILTER, "metricTransformation.value");

    private static final Property CLUSTER_NAME = Property.of("aws:eks/cluster:Cluster", "name");

    private MetricFilters() {}

    /** Whether some filter makes the metric of that namespace and name. */
    static Truth make(Graph graph, Value namespace, Value metric) {
        if (namespace.text().isEmpty() || metric.text().isEmpty()) {
            return Truth.of(!namespace.isMissing() && !metric.isMissing()).and(Truth.UNKNOWN);
        }
        Truth made = Truth.FALSE;
        for (Resource filter :
                Metrics.of(graph).filters(namespace.text().get(), metric.text().get())) {
            made = made.or(filter.get(NAMESPACE)
                    .is(namespace.text().get())
                    .and(filter.get(NAME).is(metric.text().get())));
        }
        return made;
    }

    /** That of the events of a cluster's audit log an alarm watches those, or what misses. */
    static Verdict ofCluster(WatchedEvent event, Resource cluster, Graph graph) {
        return Verdict.require(
                event.isHeard(pattern -> isCounted(pattern, cluster.get(CLUSTER_NAME), graph)),
                "has no alarm on " + event.words() + " in its audit log");
    }

    private static Truth isCounted(Predicate<String> pattern, Value cluster, Graph graph) {
        Truth counted = Truth.FALSE;
        for (Resource filter : graph.ofType(FILTER)) {
            counted = counted.or(filter.get(GROUP)
                    .matches(group -> cluster.text()
                            .map(name -> group.equals("/aws/eks/" + name + "/cluster"))
                            .orElse(true))
                    .and(() -> raisesAnAlarm(filter, pattern, graph)));
        }
        return counted;
    }

    /** Whether a filter has such a pattern and counts into a metric that an alarm watches. */
    static Truth raisesAnAlarm(Resource filter, Predicate<String> pattern, Graph graph) {
        return filter.get(PATTERN)
                .matches(pattern)
                .and(() -> Alarms.watch(
                        graph,
                        filter.get(NAMESPACE).text().orElse(""),
                        filter.get(NAME).text().orElse("")));
    }
}
