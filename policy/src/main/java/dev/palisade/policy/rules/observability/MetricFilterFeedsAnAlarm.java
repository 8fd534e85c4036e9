package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "A metric filter counts events of a log group of this stack, and an alarm watches the count",
        severity = Severity.MEDIUM,
        rows = {Row.X10},
        controls = {"CIS AWS 4.1", "NIST 800-53 AU-6", "NIST 800-53 SI-4", "PCI DSS 10.4.1.1", "SOC 2 CC7.2"},
        why = "A filter on the wrong group, or whose count nobody watches, finds what nobody hears of.",
        remedy = "Name a log group of the stack and the value 1, and make an alarm on the metric.",
        snippet =
                "LogMetricFilterArgs.builder().logGroupName(cluster.logs().name()).pattern(\"{ $.responseStatus.code = 401 }\")")
public final class MetricFilterFeedsAnAlarm implements RelationPolicy {

    static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final Property DIMENSIONS = Property.of(MetricFilters.FILTER, "metricTransformation.dimensions");
    private static final Property DEFAULT = Property.of(MetricFilters.FILTER, "metricTransformation.defaultValue");
    private static final Property CLASS = Property.of(GROUP, "logGroupClass");

    @Override
    public Set<String> types() {
        return Set.of(MetricFilters.FILTER);
    }

    @Override
    public Verdict check(Resource filter, Graph graph) {
        Targets groups = graph.targets(filter, MetricFilters.GROUP, GROUP);
        return Verdict.require(groups.exist(), "counts events of a log group that is not of this stack")
                .and(Verdict.require(
                        groups.all(group ->
                                group.get(CLASS).is("INFREQUENT_ACCESS").not()),
                        "counts events of a log group whose class knows no filters"))
                .and(Verdict.require(
                        Truth.of(filter.get(DIMENSIONS).fields().isEmpty()),
                        "splits its count, of which the alarm sees nothing: metricTransformation.dimensions"))
                .and(Verdict.require(
                        filter.get(MetricFilters.VALUE)
                                .matches(value -> value.matches("[$].+|(?=.*[1-9])\\d+([.]\\d+)?")),
                        "counts nothing: its value is neither a number above 0 nor a field"))
                .and(Verdict.require(
                        filter.get(DEFAULT).isPresent().not().or(() -> filter.get(DEFAULT)
                                .matches(value -> value.matches("0+([.]0+)?"))),
                        "counts where nothing happened: metricTransformation.defaultValue is not 0"))
                .and(watched(filter, graph));
    }

    private static Verdict watched(Resource filter, Graph graph) {
        Value namespace = filter.get(MetricFilters.NAMESPACE);
        Value name = filter.get(MetricFilters.NAME);
        if (namespace.isUnknown() || name.isUnknown()) {
            return Verdict.unknown("not known yet: its metric's name");
        }
        return Verdict.require(
                Alarms.watch(graph, namespace.text().orElse(""), name.text().orElse("")),
                "makes a metric that no alarm watches");
    }
}
