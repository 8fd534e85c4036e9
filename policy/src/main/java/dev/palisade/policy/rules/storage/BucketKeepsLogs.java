package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Buckets of logs and evidence keep them for three months at least",
        severity = Severity.LOW,
        rows = {Row.X9, Row.X12},
        controls = {"NIST 800-53 AU-11", "PCI DSS 10.5.1", "SOC 2 CC7.3"},
        why = "Intrusions are found after weeks; by then short-lived logs are gone.",
        remedy = "Expire objects after the stack's retention of logs.",
        snippet =
                "BucketLifecycleConfigurationV2RuleExpirationArgs.builder().days(settings.operations().logRetentionDays())")
public final class BucketKeepsLogs implements RelationPolicy {
    private static final String LIFECYCLE = "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
    private static final Property BUCKET = Property.of(LIFECYCLE, "bucket");
    private static final Property RULES = Property.of(LIFECYCLE, "rules");
    private static final Property STATUS = Property.of(LIFECYCLE, "rules[].status");
    private static final Property EXPIRATION = Property.of(LIFECYCLE, "rules[].expiration");
    private static final Property DAYS = Property.of(LIFECYCLE, "rules[].expiration.days");
    private static final Property DATE = Property.of(LIFECYCLE, "rules[].expiration.date");
    private static final Property OLD = Property.of(LIFECYCLE, "rules[].noncurrentVersionExpiration");
    private static final Property OLD_DAYS =
            Property.of(LIFECYCLE, "rules[].noncurrentVersionExpiration.noncurrentDays");
    private static final Property MOVES = Property.of(LIFECYCLE, "rules[].transitions");
    private static final Property CLASS = Property.of(LIFECYCLE, "rules[].transitions[].storageClass");
    private static final Property MOVE_DAYS = Property.of(LIFECYCLE, "rules[].transitions[].days");
    private static final Property TRAIL = Property.of("aws:cloudtrail/trail:Trail", "s3BucketName");
    private static final int LEAST_DAYS = 90;
    private static final int LEAST_DAYS_OLD = 7;

    @Override
    public Set<String> types() {
        return Set.of(Buckets.BUCKET);
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        Truth logs = Buckets.takesLogs(bucket, graph)
                .or(graph.referrers(bucket, TRAIL).exist())
                .or(Truth.of(EvidenceIsLocked.isEvidence(bucket)));
        if (logs == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth hasty = graph.referrers(bucket, BUCKET)
                .any(lifecycle -> lifecycle.get(RULES).any(BucketKeepsLogs::isHasty));
        return Verdict.require(
                hasty.and(logs).not(),
                "expires or archives its objects in less than 90 days, or what was overwritten in less than a week");
    }

    private static Truth isHasty(Value rule) {
        Truth early = isLess(rule.get(EXPIRATION).get(DAYS), LEAST_DAYS)
                .or(rule.get(EXPIRATION).get(DATE).isPresent())
                .or(isLess(rule.get(OLD).get(OLD_DAYS), LEAST_DAYS_OLD))
                .or(rule.get(MOVES).any(move -> move.get(CLASS)
                        .isOneOf("GLACIER", "DEEP_ARCHIVE")
                        .and(isLess(move.get(MOVE_DAYS), LEAST_DAYS))));
        return rule.get(STATUS).is("Disabled").not().and(early);
    }

    private static Truth isLess(Value days, int least) {
        return days.isPresent().and(() -> days.atLeast(least).not());
    }
}
