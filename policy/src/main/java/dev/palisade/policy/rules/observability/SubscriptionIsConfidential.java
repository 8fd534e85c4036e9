package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Subscriptions deliver over TLS, or by mail to a named box",
        severity = Severity.MEDIUM,
        rows = {Row.X5, Row.X10},
        controls = {"NIST 800-53 SC-8", "PCI DSS 4.2.1", "HIPAA 164.312(e)(1)", "SOC 2 CC6.7"},
        why = "Alarms name hosts, addresses and weak spots; plain HTTP shows them to everybody on the way.",
        remedy = "Subscribe an HTTPS endpoint, a queue, a function or a mailbox.",
        snippet = "TopicSubscriptionArgs.builder().protocol(\"email\").endpoint(settings.operations().alertEmail())")
public final class SubscriptionIsConfidential implements ResourcePolicy {

    @Override
    public Set<String> types() {
        return Set.of(Topics.SUBSCRIPTION);
    }

    @Override
    public Verdict check(Resource subscription) {
        return Verdict.require(
                        subscription
                                .get(Topics.PROTOCOL)
                                .isOneOf("https", "email", "email-json", "sqs", "lambda", "firehose"),
                        "delivers in plain text or nowhere: protocol")
                .and(Verdict.require(
                        subscription
                                .get(Topics.ENDPOINT)
                                .matches(endpoint -> !endpoint.isBlank() && !endpoint.startsWith("http://")),
                        "has no endpoint, or one without TLS"));
    }
}
