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
import java.util.regex.Pattern;

@PolicyInfo(
        title = "A metric filter's pattern fits events of the log group that it reads",
        severity = Severity.MEDIUM,
        rows = {Row.X10},
        controls = {"CIS AWS 4.1", "NIST 800-53 AU-6", "NIST 800-53 SI-4", "PCI DSS 10.4.1.1", "SOC 2 CC7.2"},
        why = "A pattern that fits nothing counts zero for ever.",
        remedy = "Name fields that the log's events have, and neither a caller nor a region.",
        snippet = "LogMetricFilterArgs.builder().pattern(\"{ $.responseStatus.code = 401 }\")")
public final class MetricFilterFitsItsLog implements RelationPolicy {
    private static final Pattern AUDIT = Pattern.compile("[$][.](responseStatus|objectRef|verb)");
    private static final Pattern NARROW = Pattern.compile(
            "[$][.](sourceIPAddress|sourceIPs|userAgent|awsRegion|recipientAccountId)\\b[^&|)}]*=|[$][.](eventname|eventsource|useridentity|errorcode|objectref|responsestatus)\\b");
    private static final Pattern NOBODY = Pattern.compile("!=\\s*(\"[*]+\"|[*]+(?=[\\s)}]))");
    private static final Pattern FIELD = Pattern.compile("[$][.](\\w+)");

    /** What an event of the Kubernetes audit log has; on any other field a filter counts zero. */
    private static final Set<String> AUDIT_FIELDS = Set.of(
            "kind",
            "apiVersion",
            "level",
            "auditID",
            "stage",
            "requestURI",
            "verb",
            "user",
            "impersonatedUser",
            "sourceIPs",
            "userAgent",
            "objectRef",
            "responseStatus",
            "requestObject",
            "responseObject",
            "requestReceivedTimestamp",
            "stageTimestamp",
            "annotations");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Property NAME = Property.of(MetricFilterFeedsAnAlarm.GROUP, "name");

    @Override
    public Set<String> types() {
        return Set.of(MetricFilters.FILTER);
    }

    @Override
    public Verdict check(Resource filter, Graph graph) {
        Targets groups = graph.targets(filter, MetricFilters.GROUP, MetricFilterFeedsAnAlarm.GROUP);
        Value pattern = filter.get(MetricFilters.PATTERN);
        return Verdict.require(pattern.matches(text -> !text.isBlank()), "has no pattern, so it counts every event")
                .and(Verdict.require(
                        pattern.matches(MetricFilterFitsItsLog::isClosed),
                        "has a pattern that CloudWatch cannot read: an empty condition or a bracket that stays open"))
                .and(Verdict.require(
                        pattern.matches(text -> AUDIT.matcher(text).find())
                                .not()
                                .or(() -> groups.all(MetricFilterFitsItsLog::isAudit)),
                        "looks for events of the Kubernetes audit log where they are not"))
                .and(Verdict.require(
                        pattern.matches(text -> NOBODY.matcher(text).find()).not(),
                        "leaves everybody out: what is not \"*\" is nothing"))
                .and(Verdict.require(
                        pattern.matches(text -> NARROW.matcher(text).find()).not(),
                        "counts what one caller or region does, or knows no such field: pattern"))
                .and(Verdict.require(
                        groups.any(MetricFilterFitsItsLog::isAudit)
                                .not()
                                .or(() -> pattern.matches(MetricFilterFitsItsLog::readsAuditEvents)),
                        "looks for a field that no event of the Kubernetes audit log has: pattern"));
    }

    private static boolean readsAuditEvents(String pattern) {
        return FIELD.matcher(pattern).results().allMatch(field -> AUDIT_FIELDS.contains(field.group(1)));
    }

    private static Truth isAudit(Resource group) {
        return group.get(NAME).matches(name -> name.startsWith("/aws/eks/"));
    }

    private static boolean isClosed(String pattern) {
        String brackets = QUOTED.matcher(pattern).replaceAll("x");
        return !brackets.contains("\"")
                && brackets.chars().filter(c -> c == '{').count()
                        == brackets.chars().filter(c -> c == '}').count()
                && brackets.chars().filter(c -> c == '(').count()
                        == brackets.chars().filter(c -> c == ')').count()
                && !brackets.matches("\\s*[{]\\s*[}]\\s*");
    }
}
