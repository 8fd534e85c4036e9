package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.function.Function;

/** CloudWatch's metric alarms, and what they watch. */
final class Alarms {
    static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    static final Property NAMESPACE = Property.of(ALARM, "namespace");
    static final Property METRIC = Property.of(ALARM, "metricName");
    static final Property ENABLED = Property.of(ALARM, "actionsEnabled");
    static final Property ACTIONS = Property.of(ALARM, "alarmActions");

    private Alarms() {}

    /** Whether some alarm that is switched on watches a metric. */
    static Truth watch(Graph graph, String namespace, String metric) {
        return watch(graph, namespace, metric, alarm -> Truth.TRUE);
    }

    /** Whether some alarm that is switched on, and passes the test, watches a metric. */
    static Truth watch(Graph graph, String namespace, String metric, Function<Resource, Truth> test) {
        Truth watched = Truth.FALSE;
        for (Resource alarm : Metrics.of(graph).alarms(namespace, metric)) {
            watched = watched.or(alarm.get(NAMESPACE)
                    .is(namespace)
                    .and(alarm.get(METRIC).is(metric))
                    .and(isOn(alarm))
                    .and(() -> test.apply(alarm)));
            if (watched == Truth.TRUE) {
                return watched;
            }
        }
        return watched;
    }

    /** Alarms act unless they are told not to. */
    static Truth isOn(Resource alarm) {
        return alarm.get(ENABLED).isPresent().not().or(() -> alarm.get(ENABLED).isTrue());
    }
}
