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
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Buckets expire what they no longer need",
        severity = Severity.LOW,
        rows = {Row.X12, Row.X9},
        controls = {"NIST 800-53 SI-12", "PCI DSS 3.2.1", "SOC 2 C1.2", "GDPR 5(1)(e)", "Security Hub S3.13"},
        why = "Logs with addresses in them are personal data: they may not be kept for ever.",
        remedy = "Add an enabled lifecycle rule that expires objects.",
        snippet =
                "BucketLifecycleConfigurationV2RuleExpirationArgs.builder().days(settings.operations().logRetentionDays())")
public final class BucketExpiresObjects implements RelationPolicy {
    private static final String LIFECYCLE = "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
    private static final Property BUCKET = Property.of(LIFECYCLE, "bucket");
    private static final Property RULES = Property.of(LIFECYCLE, "rules");
    private static final Property STATUS = Property.of(LIFECYCLE, "rules[].status");
    private static final Property EXPIRATION = Property.of(LIFECYCLE, "rules[].expiration");
    private static final Property DAYS = Property.of(LIFECYCLE, "rules[].expiration.days");
    private static final Property DATE = Property.of(LIFECYCLE, "rules[].expiration.date");
    private static final Property ABORT_DAYS =
            Property.of(LIFECYCLE, "rules[].abortIncompleteMultipartUpload.daysAfterInitiation");
    private static final Property OLD = Property.of(LIFECYCLE, "rules[].noncurrentVersionExpiration");
    private static final Property OLD_DAYS =
            Property.of(LIFECYCLE, "rules[].noncurrentVersionExpiration.noncurrentDays");
    private static final int MOST_DAYS = 3650;
    private static final Property ABORT = Property.of(LIFECYCLE, "rules[].abortIncompleteMultipartUpload");

    private static final Property FILTER = Property.of(LIFECYCLE, "rules[].filter");
    private static final List<Property> NARROWING = List.of(
            Property.of(LIFECYCLE, "rules[].filter.tag"),
            Property.of(LIFECYCLE, "rules[].filter.and"),
            Property.of(LIFECYCLE, "rules[].filter.objectSizeGreaterThan"),
            Property.of(LIFECYCLE, "rules[].filter.objectSizeLessThan"));
    private static final Property PREFIX = Property.of(LIFECYCLE, "rules[].filter.prefix");

    @Override
    public Set<String> types() {
        return Buckets.TYPES;
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        Truth expires = graph.referrers(bucket, BUCKET)
                .any(lifecycle -> lifecycle.get(RULES).any(BucketExpiresObjects::expires));
        Truth aborts = graph.referrers(bucket, BUCKET)
                .any(lifecycle -> lifecycle.get(RULES).any(rule -> rule.get(ABORT)
                        .get(ABORT_DAYS)
                        .atLeast(1)
                        .and(rule.get(ABORT).get(ABORT_DAYS).atMost(30))));
        Truth drops = graph.referrers(bucket, BUCKET)
                .any(lifecycle -> lifecycle.get(RULES).any(rule -> rule.get(OLD).isPresent()));
        return Verdict.require(expires, "has no enabled lifecycle rule that expires objects")
                .and(Verdict.require(aborts, "keeps the parts of abandoned uploads"))
                .and(Verdict.require(drops, "keeps old versions for ever: no noncurrentVersionExpiration"));
    }

    private static Truth expires(Value rule) {
        Value expiration = rule.get(EXPIRATION);
        Value prefix = rule.get(FILTER).get(PREFIX);
        return rule.get(STATUS)
                .is("Enabled")
                .and(prefix.isPresent().not().or(() -> prefix.is("")))
                .and(NARROWING.stream()
                        .map(part -> rule.get(FILTER).get(part).isPresent())
                        .reduce(Truth.FALSE, Truth::or)
                        .not())
                .and(expiration
                        .get(DAYS)
                        .atLeast(1)
                        .and(expiration.get(DAYS).atMost(MOST_DAYS))
                        .or(expiration.get(DATE).isPresent()))
                .and(() -> rule.get(OLD).isPresent().not().or(() -> rule.get(OLD)
                        .get(OLD_DAYS)
                        .atLeast(1)
                        .and(rule.get(OLD).get(OLD_DAYS).atMost(MOST_DAYS))));
    }
}
