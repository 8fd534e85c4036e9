package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "A deleted secret can be restored for a week",
        severity = Severity.LOW,
        rows = {Row.X6},
        controls = {"NIST 800-53 CP-9", "NIST 800-53 SC-12(1)", "PCI DSS 3.7.5", "SOC 2 A1.2"},
        why = "A secret deleted at once takes the service down until somebody has made a new one everywhere.",
        remedy = "Leave the recovery window at its default of 30 days.",
        snippet = "SecretArgs.builder().recoveryWindowInDays(30)")
public final class SecretCanBeRecovered implements ResourcePolicy {

    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final Property WINDOW = Property.of(SECRET, "recoveryWindowInDays");

    @Override
    public Set<String> types() {
        return Set.of(SECRET);
    }

    @Override
    public Verdict check(Resource secret) {
        return Verdict.require(
                secret.get(WINDOW).isPresent().not().or(() -> secret.get(WINDOW)
                        .atLeast(7)
                        .and(secret.get(WINDOW).atMost(30))),
                "is gone at once when deleted, or never: recoveryWindowInDays is not 7 to 30");
    }
}
