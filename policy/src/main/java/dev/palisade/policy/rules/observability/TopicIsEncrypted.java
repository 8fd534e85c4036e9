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
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

@PolicyInfo(
        title = "A topic is encrypted with a key that those who publish to it may use",
        severity = Severity.MEDIUM,
        rows = {Row.X10, Row.C5},
        controls = {
            "NIST 800-53 SC-28",
            "NIST 800-53 SC-8",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "Security Hub SNS.1"
        },
        why = "With AWS's own key, or one that CloudWatch may not use, alarms are dropped without a word.",
        remedy =
                "Give the topic a key of the stack whose policy names cloudwatch.amazonaws.com and events.amazonaws.com.",
        snippet = "TopicArgs.builder().kmsMasterKeyId(key.arn())")
public final class TopicIsEncrypted implements RelationPolicy {

    private static final Property KEY = Property.of(Topics.TOPIC, "kmsMasterKeyId");

    @Override
    public Set<String> types() {
        return Set.of(Topics.TOPIC);
    }

    @Override
    public Verdict check(Resource topic, Graph graph) {
        Targets keys = Keys.named(topic, KEY, graph);
        return Keys.encrypt(topic, KEY, graph)
                .and(may("cloudwatch.", graph.referrers(topic, Alarms.ACTIONS), keys))
                .and(may("events.", graph.referrers(topic, Events.TARGET_ARN), keys));
    }

    private static Verdict may(String service, Targets publishers, Targets keys) {
        return Verdict.require(
                publishers
                        .exist()
                        .not()
                        .or(() -> keys.all(key -> Keys.admits(key, service, "kms:GenerateDataKey")
                                .and(() -> Keys.admits(key, service, "kms:Decrypt")))),
                "is encrypted with a key that " + service + "amazonaws.com may not use, though it publishes here");
    }
}
