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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Buckets own their objects and have no access lists",
        severity = Severity.MEDIUM,
        rows = {Row.X12, Row.X1},
        controls = {"NIST 800-53 AC-3", "PCI DSS 7.2.1", "SOC 2 CC6.3", "Security Hub S3.12"},
        why = "Access lists are a second, forgotten way in; objects of other owners escape the bucket's policy.",
        remedy = "Enforce the bucket owner and drop the lists.",
        snippet = "BucketOwnershipControlsRuleArgs.builder().objectOwnership(\"BucketOwnerEnforced\")")
public final class BucketHasNoAccessLists implements RelationPolicy {
    private static final String CONTROLS = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    private static final Map<String, Property> OBJECTS = Stream.of(
                    Property.of("aws:s3/bucketObjectv2:BucketObjectv2", "acl"),
                    Property.of("aws:s3/bucketObject:BucketObject", "acl"),
                    Property.of("aws:s3/objectCopy:ObjectCopy", "acl"))
            .collect(Collectors.toUnmodifiableMap(Property::type, property -> property));
    private static final Property BUCKET = Property.of(CONTROLS, "bucket");
    private static final Property OWNERSHIP = Property.of(CONTROLS, "rule.objectOwnership");
    private static final Property LISTED = Property.of("aws:s3/bucketAclV2:BucketAclV2", "bucket");
    private static final Property LIST = Property.of("aws:s3/bucketAclV2:BucketAclV2", "acl");
    private static final Property INLINE = Property.of(Buckets.BUCKET, "acl");
    private static final Property GRANTS = Property.of(Buckets.BUCKET, "grants");
    private static final Property OLD_INLINE = Property.of(Buckets.OLD_BUCKET, "acl");

    @Override
    public Set<String> types() {
        return Stream.concat(Buckets.TYPES.stream(), OBJECTS.keySet().stream()).collect(Collectors.toSet());
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        if (OBJECTS.containsKey(bucket.type())) {
            Value list = bucket.get(Objects.requireNonNull(OBJECTS.get(bucket.type())));
            return Verdict.require(
                    list.isPresent().not().or(() -> list.isOneOf("private", "bucket-owner-full-control")),
                    "is an object with an access list");
        }
        Truth enforced = graph.referrers(bucket, BUCKET)
                .any(controls -> controls.get(OWNERSHIP).is("BucketOwnerEnforced"));
        Truth listed = graph.referrers(bucket, LISTED)
                .any(list -> isMore(list.get(LIST)))
                .or(bucket.get(bucket.is(Buckets.BUCKET) ? INLINE : OLD_INLINE)
                        .matches(list -> !list.isEmpty() && !"private".equals(list)));
        return Verdict.require(enforced, "does not enforce the bucket owner")
                .and(Verdict.require(listed.not(), "has an access list"))
                .and(
                        bucket.is(Buckets.BUCKET)
                                ? Verdict.require(
                                        bucket.get(GRANTS).hasItems().not(), "grants access by a list: grants")
                                : Verdict.PASS);
    }

    private static Truth isMore(Value list) {
        return list.is("private").not();
    }
}
