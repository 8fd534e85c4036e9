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
import java.util.Set;

@PolicyInfo(
        title = "An EventBridge rule is on, fits named events, and sends them to somebody",
        severity = Severity.MEDIUM,
        rows = {Row.X10},
        controls = {"NIST 800-53 SI-4(5)", "NIST 800-53 IR-6", "PCI DSS 10.4.1", "SOC 2 CC7.3"},
        why = "A rule without a target, or one that is off, drops what it was made for.",
        remedy = "Enable the rule, name a source in its pattern and give it a target topic with a subscription.",
        snippet = "EventTargetArgs.builder().rule(rule.name()).arn(topicArn)")
public final class EventRuleReachesSomebody implements RelationPolicy {

    private static final Property SCHEDULE = Property.of(Events.RULE, "scheduleExpression");

    @Override
    public Set<String> types() {
        return Set.of(Events.RULE);
    }

    @Override
    public Verdict check(Resource rule, Graph graph) {
        Value pattern = Events.pattern(rule);
        Truth fits = pattern.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(!pattern.field("source").texts().isEmpty())
                        .or(rule.get(SCHEDULE).isPresent());
        return Verdict.require(Events.isOn(rule), "is disabled")
                .and(Verdict.require(fits, "has an eventPattern that is no JSON or names no source"))
                .and(Verdict.require(Events.isHeard(rule, graph), "sends its events to nobody"));
    }
}
