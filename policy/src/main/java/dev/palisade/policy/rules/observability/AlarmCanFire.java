package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "An alarm fires when something is wrong, and in time",
        severity = Severity.MEDIUM,
        rows = {Row.X10},
        controls = {"NIST 800-53 SI-4", "NIST 800-53 AU-6(1)", "PCI DSS 10.4.1.1", "SOC 2 CC7.2"},
        why = "A threshold that is never reached, or only after a day, is an alarm on paper.",
        remedy = "Compare with a reachable threshold over minutes.",
        snippet = "MetricAlarmArgs.builder().comparisonOperator(\"GreaterThanThreshold\").threshold(10).period(300)")
public final class AlarmCanFire implements ResourcePolicy {

    private static final Property OPERATOR = Property.of(Alarms.ALARM, "comparisonOperator");
    private static final Property THRESHOLD = Property.of(Alarms.ALARM, "threshold");
    private static final Property PERIOD = Property.of(Alarms.ALARM, "period");
    private static final Property PERIODS = Property.of(Alarms.ALARM, "evaluationPeriods");
    private static final Property DATAPOINTS = Property.of(Alarms.ALARM, "datapointsToAlarm");
    private static final Property STATISTIC = Property.of(Alarms.ALARM, "statistic");
    private static final Property PERCENTILE = Property.of(Alarms.ALARM, "extendedStatistic");
    private static final Property UNIT = Property.of(Alarms.ALARM, "unit");
    private static final Property MISSING = Property.of(Alarms.ALARM, "treatMissingData");
    /** The highest threshold that a count of events may have where nothing else is known of it. */
    private static final int EVENTS = 1000;

    private static final int SHORTEST_PERIOD = 10;
    private static final int LONGEST_PERIOD = 900;
    private static final int MOST_PERIODS = 6;

    @Override
    public Set<String> types() {
        return Set.of(Alarms.ALARM);
    }

    @Override
    public Verdict check(Resource alarm) {
        Bounds bounds = alarm.get(Alarms.METRIC).text().map(Bounds::of).orElse(new Bounds(0, Double.MAX_VALUE));
        return Verdict.require(
                        alarm.get(OPERATOR).matches(operator -> operator.startsWith("GreaterThan")),
                        "fires when all is well: comparisonOperator")
                .and(Verdict.require(
                        alarm.get(THRESHOLD)
                                .atMost(bounds.highest())
                                .and(alarm.get(THRESHOLD).atLeast(bounds.lowest())),
                        "has a threshold that is never, or always, reached"))
                .and(Verdict.require(
                        alarm.get(STATISTIC)
                                .isPresent()
                                .or(alarm.get(PERCENTILE).isPresent()),
                        "takes no statistic of its metric"))
                .and(Verdict.require(
                        alarm.get(STATISTIC)
                                .isOneOf("SampleCount", "Minimum")
                                .or(alarm.get(PERCENTILE).matches(AlarmCanFire::isLow))
                                .not(),
                        "looks at the best of its values, or at how many they are: statistic"))
                .and(Verdict.require(
                        alarm.get(STATISTIC).isPresent().not().or(() -> alarm.get(STATISTIC)
                                .isOneOf(bounds.statistics())),
                        "adds nothing up, or what is no count: statistic"))
                .and(Verdict.require(
                        alarm.get(UNIT).isPresent().not().or(() -> alarm.get(UNIT)
                                .isOneOf("", "None")),
                        "counts values of one unit alone, which its metric may not have: unit"))
                .and(Verdict.require(
                        alarm.get(PERIOD)
                                .atMost(LONGEST_PERIOD)
                                .and(alarm.get(PERIOD).atLeast(SHORTEST_PERIOD))
                                .and(alarm.get(PERIODS).atMost(MOST_PERIODS))
                                .and(alarm.get(PERIODS).atLeast(1)),
                        "fires too late or never: not 1 to " + MOST_PERIODS + " periods of " + SHORTEST_PERIOD + " to "
                                + LONGEST_PERIOD + " s"))
                .and(Verdict.require(
                        alarm.get(DATAPOINTS).isPresent().not().or(() -> alarm.get(PERIODS)
                                .number()
                                .map(alarm.get(DATAPOINTS)::atMost)
                                .orElse(Truth.UNKNOWN)),
                        "waits for more bad periods than it looks at: datapointsToAlarm"))
                .and(Verdict.require(
                        alarm.get(MISSING).is("ignore").not(),
                        "keeps its state while no data comes: treatMissingData"));
    }

    /** Of the slowest or fullest tenth, nothing is seen below the ninetieth percentile. */
    private static boolean isLow(String percentile) {
        return !percentile.matches("(p|tm|wm|ts)(9\\d|100)([.]\\d{1,9})?");
    }

    /** The thresholds that still mean something, by the metric's unit. */
    private record Bounds(double lowest, double highest) {
        /** Of events, whose single values are all 1, only the sum says how many there were. */
        String[] statistics() {
            return highest < EVENTS ? new String[] {"Average", "Maximum", "Sum"} : new String[] {"Sum"};
        }

        static Bounds of(String metric) {
            if (metric.contains("utilization")) {
                return new Bounds(50, 95);
            }
            return switch (metric) {
                case "UnHealthyHostCount", "cluster_failed_node_count" -> new Bounds(0, 2);
                case "TargetResponseTime" -> new Bounds(0.1, 10);
                case "pod_number_of_container_restarts" -> new Bounds(0, 20);
                case "RequestCount" -> new Bounds(100, 1_000_000);
                case "BlockedRequests" -> new Bounds(10, 10_000);
                default -> new Bounds(0, EVENTS);
            };
        }
    }
}
