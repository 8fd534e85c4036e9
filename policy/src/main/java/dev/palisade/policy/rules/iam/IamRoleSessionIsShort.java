package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "A role's session lasts two hours at most",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.C13},
        controls = {"NIST 800-53 AC-12", "PCI DSS 8.2.8", "HIPAA 164.312(a)(2)(iii)", "SOC 2 CC6.1"},
        why = "Stolen credentials of a session work until it ends; nothing else stops them at once.",
        remedy = "Leave AWS's default of one hour.",
        snippet = "RoleArgs.builder().maxSessionDuration(3600)")
public final class IamRoleSessionIsShort implements ResourcePolicy {

    private static final Property DURATION = Property.of(Roles.ROLE, "maxSessionDuration");
    /** AWS takes no less. */
    private static final int SHORTEST_SECONDS = 3600;

    private static final int LONGEST_SECONDS = 7200;

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        Value duration = role.get(DURATION);
        return Verdict.require(
                duration.isPresent().not().or(() -> duration.atMost(LONGEST_SECONDS)
                        .and(duration.atLeast(SHORTEST_SECONDS))),
                "lets a session last longer than two hours, or for no time that AWS takes: maxSessionDuration is not "
                        + SHORTEST_SECONDS + " to " + LONGEST_SECONDS);
    }
}
