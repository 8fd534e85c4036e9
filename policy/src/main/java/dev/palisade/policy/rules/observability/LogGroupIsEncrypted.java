package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

@PolicyInfo(
        title = "Log groups are encrypted with a key of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.X8, Row.C5},
        controls = {
            "NIST 800-53 AU-9",
            "NIST 800-53 SC-28(1)",
            "PCI DSS 10.3.2",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)"
        },
        why = "Logs hold addresses, names and mistakes; with a key of its own, reading them is a right of its own.",
        remedy = "Give the log group the stack's key for logs, whose policy lets CloudWatch Logs use it.",
        snippet = "LogGroupArgs.builder().kmsKeyId(logsKey.arn())")
public final class LogGroupIsEncrypted implements RelationPolicy {
    private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final Property KEY = Property.of(GROUP, "kmsKeyId");

    @Override
    public Set<String> types() {
        return Set.of(GROUP);
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        return Keys.encrypt(group, KEY, graph)
                .and(Verdict.require(
                        Keys.named(group, KEY, graph).all(key -> Keys.admits(key, "logs.", "kms:GenerateDataKey")),
                        "is encrypted with a key whose policy does not let CloudWatch Logs use it"));
    }
}
