package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyCondition;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

/** What AWS knows no resource for may stand on {@code *}; a condition still says for which region, account or tag. */
@PolicyInfo(
        title = "Rights on every resource are held by a condition",
        severity = Severity.LOW,
        rows = {Row.X1},
        controls = {"NIST 800-53 AC-6(1)", "PCI DSS 7.2.2", "SOC 2 CC6.3"},
        why = "Without a condition whoever takes the role over can look round every region of the account.",
        remedy =
                "Add a condition to the statement: aws:RequestedRegion for descriptions, a tag or an account for others.",
        snippet = ".when(\"StringEquals\", \"aws:RequestedRegion\", settings.region())")
public final class IamWildcardsAreConditioned implements ResourcePolicy {
    @Override
    public Set<String> types() {
        return IdentityPolicies.TYPES;
    }

    @Override
    public Verdict check(Resource resource) {
        return IdentityPolicies.each(resource, IamWildcardsAreConditioned::judge);
    }

    private static Verdict judge(PolicyStatement statement) {
        boolean everywhere = statement.allow()
                && (statement.notResource() || statement.resources().stream().anyMatch(Reach::isUnbounded));
        boolean oneKind = statement.resources().stream().noneMatch("*"::equals);
        return Verdict.require(
                Truth.of(!everywhere
                        || oneKind
                        || statement.conditions().stream().anyMatch(PolicyCondition::bounds)),
                "allows " + String.join(", ", statement.actions()) + " on every resource without a condition");
    }
}
