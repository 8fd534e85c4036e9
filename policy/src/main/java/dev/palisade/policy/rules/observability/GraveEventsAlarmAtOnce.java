package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

/** What happens by itself now and then, such as a wrong password, may be counted to ten; this may not. */
@PolicyInfo(
        title =
                "Use of the root user, changed rights, a changed trail and a shell in a pod raise an alarm the first time",
        severity = Severity.MEDIUM,
        rows = {Row.X10, Row.X8},
        controls = {"CIS AWS 4.3", "CIS AWS 4.4", "CIS AWS 4.5", "NIST 800-53 SI-4(5)", "PCI DSS 10.4.1", "SOC 2 CC7.2"
        },
        why = "An intruder needs one such call; the fiftieth comes when the work is done.",
        remedy = "Set the threshold to 0.",
        snippet = "MetricAlarmArgs.builder().comparisonOperator(\"GreaterThanThreshold\").threshold(0)")
public final class GraveEventsAlarmAtOnce implements RelationPolicy {
    private static final Property THRESHOLD = Property.of(Alarms.ALARM, "threshold");
    private static final List<WatchedEvent> GRAVE =
            List.of(WatchedEvent.ROOT_USE, WatchedEvent.END_OF_TRAIL, WatchedEvent.RIGHTS, WatchedEvent.POD_EXEC);

    @Override
    public Set<String> types() {
        return Set.of(Alarms.ALARM);
    }

    @Override
    public Verdict check(Resource alarm, Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource filter : Metrics.of(graph)
                .filters(
                        alarm.get(Alarms.NAMESPACE).text().orElse(""),
                        alarm.get(Alarms.METRIC).text().orElse(""))) {
            if (filter.get(MetricFilters.PATTERN).matches(GraveEventsAlarmAtOnce::isGrave) == Truth.TRUE) {
                verdict = verdict.and(Verdict.require(
                        alarm.get(THRESHOLD).atMost(1), "waits until it has happened again: threshold is not 0 or 1"));
            }
        }
        return verdict;
    }

    private static boolean isGrave(String pattern) {
        return GRAVE.stream().anyMatch(event -> event.isAmong(pattern));
    }
}
