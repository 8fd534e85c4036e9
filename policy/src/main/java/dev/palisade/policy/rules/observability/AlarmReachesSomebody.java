package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import java.util.Set;

@PolicyInfo(
        title = "Every alarm has an action that somebody hears",
        severity = Severity.HIGH,
        rows = {Row.X10},
        controls = {
            "CIS AWS 4.1",
            "NIST 800-53 SI-4(5)",
            "NIST 800-53 AU-5",
            "PCI DSS 10.4.1",
            "HIPAA 164.308(a)(6)",
            "SOC 2 CC7.2",
            "GDPR 33",
            "Security Hub CloudWatch.15",
            "Security Hub CloudWatch.17"
        },
        why =
                "An alarm without an action, or with a topic that nobody reads, changes its colour on a page that nobody looks at.",
        remedy = "Send the alarm to a topic of the stack that has a subscription.",
        snippet = "MetricAlarmArgs.builder().alarmActions(topicArn.applyValue(List::of))")
public final class AlarmReachesSomebody implements RelationPolicy {

    @Override
    public Set<String> types() {
        return Set.of(Alarms.ALARM);
    }

    @Override
    public Verdict check(Resource alarm, Graph graph) {
        Targets topics = graph.targets(alarm, Alarms.ACTIONS, Topics.TOPIC);
        return Verdict.require(Alarms.isOn(alarm), "does nothing: actionsEnabled is false")
                .and(Verdict.require(topics.exist(), "has no topic of this stack among its alarmActions"))
                .and(Verdict.require(
                        topics.any(topic -> Topics.isHeard(topic, graph))
                                .or(topics.exist().not()),
                        "tells a topic that nobody is subscribed to"));
    }
}
