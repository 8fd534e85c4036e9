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
import java.util.List;
import java.util.Map;
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

    private static final Property BUS = Property.of(Events.RULE, "eventBusName");
    private static final int HIGH = 7;

    /** How the detail-types of AWS's services begin. */
    private static final Map<String, String> KINDS = Map.of(
            "aws.guardduty", "GuardDuty",
            "aws.inspector2", "Inspector2",
            "aws.ecr", "ECR",
            "aws.acm", "ACM",
            "aws.securityhub", "Security Hub");

    private static boolean isSentBy(String kind, List<String> sources) {
        boolean known = sources.stream().anyMatch(KINDS::containsKey)
                || KINDS.values().stream().anyMatch(kind::startsWith);
        return !known || sources.stream().anyMatch(source -> kind.startsWith(KINDS.getOrDefault(source, "\n")));
    }

    /** A pattern compares texts as they are; a field fits if one of its choices does. */
    private static boolean matchesNothing(Value pattern) {
        return pattern.fields().values().stream()
                .anyMatch(choices -> choices.open() instanceof Value.Items
                        ? choices.items().isEmpty()
                                || choices.items().stream().allMatch(choice -> choice.isOneOf("*", "") == Truth.TRUE)
                        : matchesNothing(choices));
    }

    private static boolean isSevereAlone(Value severity) {
        return severity.items().stream()
                .map(condition -> condition.field("numeric").texts())
                .anyMatch(numeric -> numeric.size() == 2
                        && numeric.get(0).startsWith(">")
                        && Value.of(numeric.get(1)).atLeast(HIGH + 1) == Truth.TRUE);
    }

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
        List<String> kinds = pattern.field("detail-type").texts();
        List<String> sources = pattern.field("source").texts();
        Value bus = rule.get(BUS);
        return Verdict.require(Events.isOn(rule), "is disabled")
                .and(Verdict.require(
                        bus.isPresent().not().or(() -> bus.matches(name -> name.isEmpty() || "default".equals(name))),
                        "listens where AWS sends nothing: eventBusName"))
                .and(Verdict.require(
                        Truth.of(kinds.stream().allMatch(kind -> isSentBy(kind, sources))),
                        "waits for events that its source does not send: detail-type"))
                .and(Verdict.require(
                        Truth.of(isSevereAlone(pattern.field("detail").field("severity")))
                                .not(),
                        "waits for the worst findings alone: detail.severity"))
                .and(Verdict.require(
                        Truth.of(!matchesNothing(pattern)),
                        "has an eventPattern that no event fits: an empty choice, or * as a text"))
                .and(Verdict.require(fits, "has an eventPattern that is no JSON or names no source"))
                .and(Verdict.require(Events.isHeard(rule, graph), "sends its events to nobody"));
    }
}
