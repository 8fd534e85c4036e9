package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Every secret is rotated within 90 days",
        severity = Severity.MEDIUM,
        rows = {Row.X6, Row.C5},
        controls = {
            "NIST 800-53 IA-5(1)",
            "NIST 800-53 SC-12",
            "PCI DSS 8.3.9",
            "SOC 2 CC6.1",
            "Security Hub SecretsManager.1",
            "Security Hub SecretsManager.4"
        },
        why = "A secret that never changes is known to everybody who ever left.",
        remedy = "Give the secret a rotation with a rule of 90 days or less.",
        snippet = "SecretRotationRotationRulesArgs.builder().automaticallyAfterDays(30)")
public final class SecretRotates implements RelationPolicy {

    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final String ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
    private static final Property OF = Property.of(ROTATION, "secretId");
    private static final Property DAYS = Property.of(ROTATION, "rotationRules.automaticallyAfterDays");
    private static final Property SCHEDULE = Property.of(ROTATION, "rotationRules.scheduleExpression");
    private static final int LONGEST_DAYS = 90;

    @Override
    public Set<String> types() {
        return Set.of(SECRET);
    }

    @Override
    public Verdict check(Resource secret, Graph graph) {
        return Verdict.require(
                graph.referrers(secret, OF).any(rotation -> rotation.get(DAYS)
                        .atMost(LONGEST_DAYS)
                        .or(rotation.get(SCHEDULE).isPresent())),
                "is not rotated within " + LONGEST_DAYS + " days");
    }
}
