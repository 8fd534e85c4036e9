package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.Map;
import java.util.Set;

/** Who sends is read off the alarms and the targets of event rules that name the topic. */
@PolicyInfo(
        title = "A topic's policy lets in the services that send alarms and findings to it",
        severity = Severity.HIGH,
        rows = {Row.X10},
        controls = {"NIST 800-53 AU-5", "NIST 800-53 SI-4(5)", "NIST 800-53 IR-6", "PCI DSS 10.4.1", "SOC 2 CC7.3"},
        why = "A message that the topic refuses is told to nobody: the findings go on, and no mail comes.",
        remedy =
                "Allow sns:Publish to cloudwatch.amazonaws.com for alarms and to events.amazonaws.com for event rules.",
        snippet = "Statement.allow(\"PublishedByAlarmsAndEvents\").toService(\"events.amazonaws.com\")")
public final class TopicTakesWhatIsSentToIt implements RelationPolicy {
    private static final Map<String, Property> SENDERS =
            Map.of("cloudwatch.amazonaws.com", Alarms.ACTIONS, "events.amazonaws.com", Events.TARGET_ARN);

    @Override
    public Set<String> types() {
        return Set.of(Topics.TOPIC);
    }

    @Override
    public Verdict check(Resource topic, Graph graph) {
        Targets policies = graph.referrers(topic, Topics.POLICY_TOPIC);
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Map.Entry<String, Property> sender : SENDERS.entrySet()) {
            Truth sends = graph.referrers(topic, sender.getValue()).exist();
            if (sends != Truth.FALSE && policies.exist() != Truth.FALSE) {
                verdict = verdict.and(Verdict.require(
                        sends.not().or(() -> policies.any(policy -> lets(policy, sender.getKey()))),
                        "refuses what " + sender.getKey() + " sends to it"));
            }
        }
        return verdict;
    }

    private static Truth lets(Resource policy, String service) {
        PolicyDocument document = PolicyDocument.of(policy.get(Topics.POLICY_DOCUMENT));
        if (document instanceof PolicyDocument.Undetermined) {
            return Truth.UNKNOWN;
        }
        return Truth.of(document instanceof PolicyDocument.Parsed parsed
                && parsed.statements().stream()
                        .anyMatch(statement -> statement.allows("sns:Publish")
                                && statement.principals().stream()
                                        .anyMatch(one -> one.isService() && service.equals(one.name()))));
    }
}
