package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import java.util.List;
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
    private static final int MOST_DAYS = 30;

    private static final Property POLICY = Property.of(Keys.KEY, "policy");
    private static final List<String> ADMINISTRATION =
            List.of("kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion");

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY);
    }

    @Override
    public Verdict check(Resource key) {
        return Verdict.require(
                        key.get(WINDOW).isPresent().not().or(() -> key.get(WINDOW)
                                .atLeast(LEAST_DAYS)
                                .and(key.get(WINDOW).atMost(MOST_DAYS))),
                        "can be deleted for good within " + LEAST_DAYS + " days: deletionWindowInDays is not "
                                + LEAST_DAYS + " to " + MOST_DAYS)
                .and(administered(key))
                .and(Verdict.require(
                        key.get(ENABLED).isPresent().not().or(() -> key.get(ENABLED)
                                .isTrue()),
                        "is disabled"))
                .and(Verdict.require(
                        key.get(BYPASS).isTrue().not(),
                        "can lock everybody out: bypassPolicyLockoutSafetyCheck is true"));
    }

    /** AWS cannot help where nobody may change the policy any more. */
    private static Verdict administered(Resource key) {
        return Documents.judge(
                key.get(POLICY),
                document -> Verdict.require(
                        Truth.of(ADMINISTRATION.stream().allMatch(action -> document.statements().stream()
                                .anyMatch(statement -> statement.allows(action)
                                        && statement.principals().stream()
                                                .anyMatch(principal -> "AWS".equals(principal.kind()))))),
                        "can be administered by nobody: its policy lets no principal change it or stop its deletion"));
    }
}
