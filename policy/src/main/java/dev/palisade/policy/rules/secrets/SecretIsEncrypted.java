package dev.palisade.policy.rules.secrets;

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
        title = "Secrets Manager's secrets are encrypted with a key of this stack",
        severity = Severity.HIGH,
        rows = {Row.X6, Row.C5},
        controls = {
            "NIST 800-53 SC-28(1)",
            "NIST 800-53 SC-12",
            "PCI DSS 3.6.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)"
        },
        why = "AWS's own key serves every principal of the account; a key of its own makes reading a right of its own.",
        remedy = "Give the secret a customer managed key.",
        snippet = "SecretArgs.builder().kmsKeyId(secretsKey.arn())")
public final class SecretIsEncrypted implements RelationPolicy {
    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final Property REPLICAS = Property.of(SECRET, "replicas");
    private static final Property REPLICA_KEY = Property.of(SECRET, "replicas[].kmsKeyId");
    private static final Property KEY = Property.of(SECRET, "kmsKeyId");

    @Override
    public Set<String> types() {
        return Set.of(SECRET);
    }

    @Override
    public Verdict check(Resource secret, Graph graph) {
        return Keys.encrypt(secret, KEY, graph)
                .and(Verdict.require(
                        secret.get(REPLICAS).all(replica -> replica.get(REPLICA_KEY)
                                .matches(key -> !key.isEmpty() && !key.startsWith("alias/aws/"))),
                        "has a replica with AWS's own key of that region: replicas[].kmsKeyId"));
    }
}
