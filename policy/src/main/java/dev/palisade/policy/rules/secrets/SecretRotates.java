package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

/** A secret without a value is filled, and changed, by whoever owns what it opens. */
@PolicyInfo(
        title = "A secret whose value the program sets is rotated within 90 days",
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
    private static final Property VALUE_OF = Property.of("aws:secretsmanager/secretVersion:SecretVersion", "secretId");
    private static final int LONGEST_DAYS = 90;

    @Override
    public Set<String> types() {
        return Set.of(SECRET);
    }

    @Override
    public Verdict check(Resource secret, Graph graph) {
        Targets rotations = graph.referrers(secret, OF);
        if (graph.referrers(secret, VALUE_OF).exist().or(rotations.exist()) == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                rotations.any(rotation -> rotation.get(DAYS)
                        .atMost(LONGEST_DAYS)
                        .or(rotation.get(SCHEDULE).isPresent())),
                "is not rotated within " + LONGEST_DAYS + " days");
    }
}
