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
import java.util.function.Predicate;

@PolicyInfo(
        title = "A trail is watched: use of the root user and changes of rights raise an alarm",
        severity = Severity.HIGH,
        rows = {Row.X10, Row.X8},
        controls = {
            "CIS AWS 4.3",
            "CIS AWS 4.4",
            "CIS AWS 4.5",
            "NIST 800-53 AC-6(9)",
            "NIST 800-53 AU-6(1)",
            "PCI DSS 10.2.1.2",
            "SOC 2 CC7.2",
            "Security Hub CloudTrail.5"
        },
        why = "Root and IAM stand above every other guard; a trail that nobody reads tells of them too late.",
        remedy = "Send the trail to a log group, count these events there and make an alarm on each.",
        snippet = "TrailArgs.builder().cloudWatchLogsGroupArn(group.arn()).cloudWatchLogsRoleArn(role.arn())")
public final class RootUseRaisesAnAlarm implements RelationPolicy {

    private static final Property GROUP = Property.of(TrailIsComplete.TRAIL, "cloudWatchLogsGroupArn");

    @Override
    public Set<String> types() {
        return Set.of(TrailIsComplete.TRAIL);
    }

    @Override
    public Verdict check(Resource trail, Graph graph) {
        // CloudTrail wants the ARN of the group's streams, which ends in ":*".
        Value streams = trail.get(GROUP);
        Value arn = streams.text()
                .map(text -> Value.of(text.replaceFirst(":\\*$", "")))
                .orElse(streams);
        Targets groups = graph.targets(trail, GROUP, arn, MetricFilterFeedsAnAlarm.GROUP);
        return Verdict.require(groups.exist(), "is read by nobody: cloudWatchLogsGroupArn names no log group here")
                .and(judge(WatchedEvent.ROOT_USE, groups, graph))
                .and(judge(WatchedEvent.RIGHTS, groups, graph))
                .and(judge(WatchedEvent.END_OF_TRAIL, groups, graph));
    }

    private static Verdict judge(WatchedEvent event, Targets groups, Graph graph) {
        return Verdict.require(
                event.isHeard(pattern -> isCounted(pattern, groups, graph)), "has no alarm on " + event.words());
    }

    private static Truth isCounted(Predicate<String> pattern, Targets groups, Graph graph) {
        return groups.any(group -> graph.referrers(group, MetricFilters.GROUP)
                .any(filter -> MetricFilters.raisesAnAlarm(filter, pattern, graph)));
    }
}
