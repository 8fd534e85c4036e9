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
import java.util.Set;
import java.util.regex.Pattern;

/** A bucket is one of evidence by its name. */
@PolicyInfo(
        title = "Buckets of scan reports and evidence are locked against deletion",
        severity = Severity.MEDIUM,
        rows = {Row.X12},
        controls = {"NIST 800-53 AU-9(2)", "PCI DSS 10.3.3", "HIPAA 164.312(c)(1)", "SOC 2 CC7.3", "Security Hub S3.15"
        },
        why = "Evidence that its author may remove proves nothing.",
        remedy = "Create the bucket with object lock and a default retention.",
        snippet = "BucketObjectLockConfigurationV2RuleDefaultRetentionArgs.builder().mode(\"GOVERNANCE\").days(365)")
public final class EvidenceIsLocked implements RelationPolicy {
    private static final Pattern EVIDENCE = Pattern.compile("(?i).*(evidence|report|scan|audit).*");
    static final Property NAME = Property.of(Buckets.BUCKET, "bucket");
    private static final Property ENABLED = Property.of(Buckets.BUCKET, "objectLockEnabled");
    private static final String LOCK = "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2";
    private static final Property LOCKED = Property.of(LOCK, "bucket");
    private static final Property MODE = Property.of(LOCK, "rule.defaultRetention.mode");
    private static final Property DAYS = Property.of(LOCK, "rule.defaultRetention.days");
    private static final Property YEARS = Property.of(LOCK, "rule.defaultRetention.years");

    @Override
    public Set<String> types() {
        return Set.of(Buckets.BUCKET);
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        if (!isEvidence(bucket)) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth retained = graph.referrers(bucket, LOCKED).any(lock -> lock.get(MODE)
                .isOneOf("GOVERNANCE", "COMPLIANCE")
                .and(lock.get(DAYS)
                        .atLeast(30)
                        .and(lock.get(DAYS).atMost(3650))
                        .or(lock.get(YEARS).atLeast(1).and(lock.get(YEARS).atMost(10)))));
        return Verdict.require(bucket.get(ENABLED).isTrue(), "has no object lock: objectLockEnabled is not true")
                .and(Verdict.require(
                        retained, "retains its objects for less than 30 days, or for more than ten years"));
    }

    static boolean isEvidence(Resource bucket) {
        return EVIDENCE.matcher(bucket.name()).matches()
                || bucket.get(NAME).matches(name -> EVIDENCE.matcher(name).matches()) == Truth.TRUE;
    }
}
