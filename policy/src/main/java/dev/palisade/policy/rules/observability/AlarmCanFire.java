package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "An alarm fires when something is wrong, in time, on a metric that exists",
        severity = Severity.MEDIUM,
        rows = {Row.X10},
        controls = {"NIST 800-53 SI-4", "NIST 800-53 AU-6(1)", "PCI DSS 10.4.1.1", "SOC 2 CC7.2"},
        why = "A threshold that is never reached, or a metric that nobody sends, is an alarm on paper.",
        remedy = "Compare with a reachable threshold over minutes, and take the metric's names from where it is made.",
        snippet = "MetricAlarmArgs.builder().comparisonOperator(\"GreaterThanThreshold\").threshold(10).period(300)")
public final class AlarmCanFire implements RelationPolicy {

    private static final Property OPERATOR = Property.of(Alarms.ALARM, "comparisonOperator");
    private static final Property THRESHOLD = Property.of(Alarms.ALARM, "threshold");
    private static final Property PERIOD = Property.of(Alarms.ALARM, "period");
    private static final Property PERIODS = Property.of(Alarms.ALARM, "evaluationPeriods");
    private static final Property MISSING = Property.of(Alarms.ALARM, "treatMissingData");
    private static final Pattern ELSEWHERE = Pattern.compile("AWS/\\w+|ContainerInsights|CWAgent|Kubernetes");
    private static final int LONGEST_PERIOD = 900;
    private static final int MOST_PERIODS = 6;

    @Override
    public Set<String> types() {
        return Set.of(Alarms.ALARM);
    }

    @Override
    public Verdict check(Resource alarm, Graph graph) {
        Value metric = alarm.get(Alarms.METRIC);
        Value namespace = alarm.get(Alarms.NAMESPACE);
        double highest = metric.text().map(AlarmCanFire::highest).orElse(Double.MAX_VALUE);
        return Verdict.require(
                        alarm.get(OPERATOR).matches(operator -> operator.startsWith("GreaterThan")),
                        "fires when all is well: comparisonOperator")
                .and(Verdict.require(alarm.get(THRESHOLD).atMost(highest), "has a threshold that is never reached"))
                .and(Verdict.require(
                        alarm.get(PERIOD)
                                .atMost(LONGEST_PERIOD)
                                .and(alarm.get(PERIODS).atMost(MOST_PERIODS)),
                        "fires too late: more than " + MOST_PERIODS + " periods, or one of over " + LONGEST_PERIOD
                                + " s"))
                .and(Verdict.require(
                        alarm.get(MISSING).is("ignore").not(), "keeps its state while no data comes: treatMissingData"))
                .and(Verdict.require(
                        namespace
                                .matches(name -> ELSEWHERE.matcher(name).matches())
                                .or(() -> MetricFilters.make(graph, namespace, metric)),
                        "watches a metric that no filter of this stack makes"));
    }

    /** The highest threshold that still means something, by the metric's unit. */
    private static double highest(String metric) {
        if (metric.contains("utilization")) {
            return 95;
        }
        if ("UnHealthyHostCount".equals(metric) || metric.contains("failed_node")) {
            return 2;
        }
        return metric.contains("5XX") ? 1000 : 1_000_000;
    }
}
