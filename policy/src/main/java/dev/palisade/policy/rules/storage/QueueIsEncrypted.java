package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Queues are encrypted",
        severity = Severity.HIGH,
        rows = {Row.C5},
        controls = {
            "NIST 800-53 SC-28",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub SQS.1"
        },
        why = "A message that waits is data at rest.",
        remedy = "Name a key, or at least ask for the encryption that SQS manages.",
        snippet = "QueueArgs.builder().kmsMasterKeyId(key.id())")
public final class QueueIsEncrypted implements ResourcePolicy {
    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final Property KEY = Property.of(QUEUE, "kmsMasterKeyId");
    private static final Property MANAGED = Property.of(QUEUE, "sqsManagedSseEnabled");

    @Override
    public Set<String> types() {
        return Set.of(QUEUE);
    }

    @Override
    public Verdict check(Resource queue) {
        return Verdict.require(
                queue.get(KEY).isPresent().or(queue.get(MANAGED).isTrue()), "has no key and is not encrypted by SQS");
    }
}
