package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.iam.Deputies;
import dev.palisade.policy.rules.iam.Documents;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "A topic takes messages from this account's services alone, over TLS",
        severity = Severity.HIGH,
        rows = {Row.X10, Row.X5},
        controls = {
            "NIST 800-53 AC-3",
            "NIST 800-53 SC-8",
            "PCI DSS 4.2.1",
            "PCI DSS 7.2.1",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.1",
            "Security Hub SNS.4"
        },
        why = "Whoever may publish can drown an alarm; whoever may subscribe reads every one.",
        remedy = "Allow sns:Publish to the services for this account, and deny what comes without TLS.",
        snippet =
                "Statement.deny(\"DenyPlaintext\").toAws(\"*\").actions(\"sns:Publish\").when(\"Bool\", \"aws:SecureTransport\", \"false\")")
public final class TopicPolicyIsNarrow implements RelationPolicy {

    private static final Property INLINE = Property.of(Topics.TOPIC, "policy");

    @Override
    public Set<String> types() {
        return Set.of(Topics.TOPIC, Topics.POLICY);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(Topics.TOPIC)) {
            return resource.get(INLINE).isMissing()
                    ? Verdict.require(
                            graph.referrers(resource, Topics.POLICY_TOPIC).exist(), "has no topic policy")
                    : judge(resource.get(INLINE));
        }
        return judge(resource.get(Topics.POLICY_DOCUMENT))
                .and(Documents.judge(
                        resource.get(Topics.POLICY_DOCUMENT),
                        document -> Verdict.require(
                                Truth.of(document.statements().stream()
                                        .anyMatch(statement -> statement.allows("sns:Publish"))),
                                "lets nobody publish: its alarms are not heard")))
                .and(Verdict.require(
                        resource.get(Topics.POLICY_DOCUMENT).isPresent(), "is a policy without a document"))
                .and(Verdict.require(
                        graph.targets(resource, Topics.POLICY_TOPIC, Topics.TOPIC)
                                .exist(),
                        "is the policy of a topic that is not of this stack"));
    }

    private static Verdict judge(Value document) {
        return Documents.judge(document, parsed -> parsed.statements().stream()
                .map(TopicPolicyIsNarrow::judge)
                .reduce(
                        Verdict.require(
                                Truth.of(parsed.statements().stream().anyMatch(TopicPolicyIsNarrow::deniesPlaintext)),
                                "takes messages without TLS: nothing denies aws:SecureTransport false"),
                        Verdict::and));
    }

    private static Verdict judge(PolicyStatement statement) {
        if (!statement.allow()) {
            return Verdict.PASS;
        }
        Verdict open = Verdict.require(
                Truth.of(!statement.isForEverybody() || statement.pins("aws:SourceOwner")),
                "is open to every principal");
        Verdict actions = Verdict.require(
                Truth.of(!statement.notAction()
                        && statement.actions().stream().allMatch("sns:Publish"::equalsIgnoreCase)),
                "allows more than sns:Publish");
        Verdict deputies = Verdict.require(
                Truth.of(statement
                                .principals(PolicyPrincipal::isService)
                                .findAny()
                                .isEmpty()
                        || Deputies.isGuarded(statement)),
                "lets an AWS service publish for any account: no aws:SourceAccount");
        return open.and(actions).and(deputies);
    }

    private static boolean deniesPlaintext(PolicyStatement statement) {
        return !statement.allow()
                && statement.isForEverybody()
                && statement.covers("sns:Publish")
                && statement
                        .conditionsOn("aws:SecureTransport")
                        .anyMatch(condition -> "bool".equals(condition.operator())
                                && condition.values().equals(List.of("false")));
    }
}
