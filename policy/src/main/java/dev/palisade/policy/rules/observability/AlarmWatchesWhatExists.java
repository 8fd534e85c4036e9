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
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "An alarm watches a metric that somebody sends",
        severity = Severity.MEDIUM,
        rows = {Row.X10},
        controls = {"NIST 800-53 SI-4", "NIST 800-53 AU-6(1)", "PCI DSS 10.4.1.1", "SOC 2 CC7.2"},
        why = "Of a metric that does not exist there is no data, and without data an alarm stays silent.",
        remedy = "Take the metric's names and dimensions from where it is made.",
        snippet = "MetricAlarmArgs.builder().dimensions(Map.of(\"LoadBalancer\", loadBalancer.arnSuffix()))")
public final class AlarmWatchesWhatExists implements RelationPolicy {
    private static final Property DIMENSIONS = Property.of(Alarms.ALARM, "dimensions");
    private static final Pattern ELSEWHERE = Pattern.compile("AWS/\\w+|ContainerInsights|CWAgent|Kubernetes");
    private static final Map<String, Set<String>> DIMENSIONS_OF = Map.of(
            "AWS/ApplicationELB", Set.of("LoadBalancer"),
            "AWS/WAFV2", Set.of("WebACL", "Region", "Rule"),
            "ContainerInsights", Set.of("ClusterName"));

    @Override
    public Set<String> types() {
        return Set.of(Alarms.ALARM);
    }

    @Override
    public Verdict check(Resource alarm, Graph graph) {
        Value namespace = alarm.get(Alarms.NAMESPACE);
        return dimensions(alarm, namespace)
                .and(Verdict.require(
                        namespace
                                .matches(name -> ELSEWHERE.matcher(name).matches())
                                .or(() -> MetricFilters.make(graph, namespace, alarm.get(Alarms.METRIC))),
                        "watches a metric that no filter of this stack makes"));
    }

    /** A metric of AWS exists for the resources that its dimensions name, and for nothing without them. */
    private static Verdict dimensions(Resource alarm, Value namespace) {
        Value dimensions = alarm.get(DIMENSIONS);
        Set<String> required =
                new TreeSet<>(DIMENSIONS_OF.getOrDefault(namespace.text().orElse(""), Set.of()));
        if (alarm.get(Alarms.METRIC).is("UnHealthyHostCount") == Truth.TRUE) {
            required.add("TargetGroup");
        }
        Verdict named = Verdict.require(
                namespace
                        .matches(name -> name.startsWith("AWS/") || "ContainerInsights".equals(name))
                        .not()
                        .or(() -> dimensions.isUnknown()
                                ? Truth.UNKNOWN
                                : Truth.of(!dimensions.fields().isEmpty()
                                        && dimensions.fields().keySet().containsAll(required))),
                "watches a metric without the dimensions that say of what: " + required);
        return named.and(Verdict.require(
                        Truth.of(dimensions.fields().values().stream()
                                .noneMatch(value -> value.isMissing()
                                        || value.matches(AlarmWatchesWhatExists::isNoName) == Truth.TRUE)),
                        "watches a metric of nothing: a dimension is empty or a pattern"))
                .and(Verdict.require(
                        dimensions
                                .field("Rule")
                                .isPresent()
                                .not()
                                .or(dimensions.field("Rule").is("ALL")),
                        "watches one rule of the firewall instead of all"));
    }

    private static boolean isNoName(String dimension) {
        return dimension.isBlank() || dimension.contains("*") || !dimension.equals(dimension.strip());
    }
}
