package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** An absent retention means for ever. */
@PolicyInfo(
        title = "Log groups keep their events for a year, and not for ever",
        severity = Severity.MEDIUM,
        rows = {Row.X8},
        controls = {
            "NIST 800-53 AU-11",
            "PCI DSS 10.5.1",
            "HIPAA 164.316(b)(2)(i)",
            "SOC 2 CC7.3",
            "GDPR 5(1)(e)",
            "Security Hub CloudWatch.16"
        },
        why = "Intrusions are found months later; and what is kept for ever is a liability that grows.",
        remedy = "Set the retention to 365 days or more.",
        snippet = "LogGroupArgs.builder().retentionInDays(settings.operations().logRetentionDays())")
public final class LogGroupIsKeptForAYear implements ResourcePolicy {
    private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final Property RETENTION = Property.of(GROUP, "retentionInDays");
    private static final Property CLASS = Property.of(GROUP, "logGroupClass");
    private static final int YEAR = 365;
    /** The longest that CloudWatch Logs knows: ten years. */
    private static final int LONGEST = 3653;

    @Override
    public Set<String> types() {
        return Set.of(GROUP);
    }

    @Override
    public Verdict check(Resource group) {
        return Verdict.require(
                        group.get(CLASS).is("DELIVERY").not(),
                        "is kept for two days, whatever its retention: logGroupClass is DELIVERY")
                .and(Verdict.require(
                        group.get(RETENTION)
                                .atLeast(YEAR)
                                .and(group.get(RETENTION).atMost(LONGEST)),
                        "is kept for less than a year, or for ever: retentionInDays is not " + YEAR + " to "
                                + LONGEST));
    }
}
