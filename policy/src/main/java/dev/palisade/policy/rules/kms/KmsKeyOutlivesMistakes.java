package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** The provider's default window is 30 days. */
@PolicyInfo(
        title = "A key cannot be lost by a slip: it is enabled, and its deletion can be taken back for a fortnight",
        severity = Severity.MEDIUM,
        rows = {Row.C5, Row.X3, Row.X4},
        controls = {"NIST 800-53 SC-12(1)", "NIST 800-53 CP-9", "PCI DSS 3.7.5", "SOC 2 A1.2", "Security Hub KMS.3"},
        why = "With the key gone, all that it encrypted is gone.",
        remedy = "Keep the longest deletion window, and the check that the policy leaves somebody in charge.",
        snippet = "KeyArgs.builder().deletionWindowInDays(30)")
public final class KmsKeyOutlivesMistakes implements ResourcePolicy {

    private static final Property WINDOW = Property.of(Keys.KEY, "deletionWindowInDays");
    private static final Property ENABLED = Property.of(Keys.KEY, "isEnabled");
    private static final Property BYPASS = Property.of(Keys.KEY, "bypassPolicyLockoutSafetyCheck");
    private static final int LEAST_DAYS = 14;

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY);
    }

    @Override
    public Verdict check(Resource key) {
        return Verdict.require(
                        key.get(WINDOW).isPresent().not().or(() -> key.get(WINDOW)
                                .atLeast(LEAST_DAYS)),
                        "can be deleted for good within " + LEAST_DAYS + " days: deletionWindowInDays is too short")
                .and(Verdict.require(
                        key.get(ENABLED).isPresent().not().or(() -> key.get(ENABLED)
                                .isTrue()),
                        "is disabled"))
                .and(Verdict.require(
                        key.get(BYPASS).isTrue().not(),
                        "can lock everybody out: bypassPolicyLockoutSafetyCheck is true"));
    }
}
