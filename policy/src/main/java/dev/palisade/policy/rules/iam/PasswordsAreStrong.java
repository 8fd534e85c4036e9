package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "The account's password policy asks for long passwords and refuses old ones",
        severity = Severity.MEDIUM,
        rows = {Row.C13},
        controls = {"CIS AWS 1.7", "CIS AWS 1.8", "NIST 800-53 IA-5(1)", "PCI DSS 8.3.6", "Security Hub IAM.15"},
        why = "The root user and forgotten users still have a password.",
        remedy = "Ask for 14 characters at least and remember 24 passwords.",
        snippet = "AccountPasswordPolicyArgs.builder().minimumPasswordLength(14).passwordReusePrevention(24)")
public final class PasswordsAreStrong implements ResourcePolicy {
    private static final String POLICY = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy";
    private static final Property LENGTH = Property.of(POLICY, "minimumPasswordLength");
    private static final Property REUSE = Property.of(POLICY, "passwordReusePrevention");

    @Override
    public Set<String> types() {
        return Set.of(POLICY);
    }

    @Override
    public Verdict check(Resource policy) {
        return Verdict.require(policy.get(LENGTH).atLeast(14), "takes passwords of less than 14 characters")
                .and(Verdict.require(
                        policy.get(REUSE).atLeast(24), "takes old passwords again: passwordReusePrevention"));
    }
}
