package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** Asked of each rule: that of all rules one fits is {@link FindingsAreForwarded}'s question. */
@PolicyInfo(
        title = "An EventBridge rule for findings fits the serious ones, and not the trifling",
        severity = Severity.MEDIUM,
        rows = {Row.X10, Row.C8},
        controls = {"NIST 800-53 SI-4(5)", "NIST 800-53 IR-6", "PCI DSS 10.4.1", "SOC 2 CC7.3"},
        why =
                "A pattern with one field too many fits nothing; one with none too few fills the inbox until nobody reads.",
        remedy = "Compare the fields that AWS documents for the event, and its severity.",
        snippet = "\"detail\": {\"severity\": [{\"numeric\": [\">=\", 4]}]}")
public final class EventRuleFitsItsEvents implements RelationPolicy {
    @Override
    public Set<String> types() {
        return Set.of(Events.RULE);
    }

    @Override
    public Verdict check(Resource rule, Graph graph) {
        Value pattern = Events.pattern(rule);
        if (pattern.isUnknown()) {
            return Verdict.unknown("not known yet: its eventPattern");
        }
        List<String> kinds = pattern.field("detail-type").texts();
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (String source : pattern.field("source").texts()) {
            // A source has more events than those that are known here.
            if (kinds.isEmpty() || KnownEvents.kinds(source, graph).stream().anyMatch(kinds::contains)) {
                verdict = verdict.and(judge(source, new EventPattern(pattern), graph));
            }
        }
        return verdict;
    }

    private static Verdict judge(String source, EventPattern pattern, Graph graph) {
        List<Value> serious = KnownEvents.serious(source, graph);
        if (serious.isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(any(serious, pattern), "fits nothing serious that " + source + " sends: eventPattern")
                .and(Verdict.require(
                        any(KnownEvents.trifling(source, graph), pattern).not(),
                        "fits what " + source + " sends every day: eventPattern"));
    }

    private static Truth any(List<Value> events, EventPattern pattern) {
        return events.stream().map(pattern::fits).reduce(Truth.FALSE, Truth::or);
    }
}
