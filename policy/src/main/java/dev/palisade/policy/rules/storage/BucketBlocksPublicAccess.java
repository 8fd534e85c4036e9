package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Buckets block every kind of public access",
        severity = Severity.CRITICAL,
        rows = {Row.X12, Row.X9},
        controls = {
            "CIS AWS 2.1.4",
            "NIST 800-53 AC-3",
            "PCI DSS 1.4.4",
            "HIPAA 164.312(a)(1)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(b)",
            "Security Hub S3.8"
        },
        why = "With the block a wrong policy or access list is refused; without it the objects are public at once.",
        remedy = "Put a public access block with all four settings on the bucket.",
        snippet =
                "BucketPublicAccessBlockArgs.builder().bucket(bucket.id()).blockPublicAcls(true).blockPublicPolicy(true).ignorePublicAcls(true).restrictPublicBuckets(true)")
public final class BucketBlocksPublicAccess implements RelationPolicy {
    private static final String BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    private static final Property BUCKET = Property.of(BLOCK, "bucket");
    private static final Property ACLS = Property.of(BLOCK, "blockPublicAcls");
    private static final Property POLICY = Property.of(BLOCK, "blockPublicPolicy");
    private static final Property IGNORE = Property.of(BLOCK, "ignorePublicAcls");
    private static final String POINT = "aws:s3/accessPoint:AccessPoint";
    /** Of an access point; on where they are absent. */
    private static final List<Property> POINT_SETTINGS = List.of(
            Property.of(POINT, "publicAccessBlockConfiguration.blockPublicAcls"),
            Property.of(POINT, "publicAccessBlockConfiguration.blockPublicPolicy"),
            Property.of(POINT, "publicAccessBlockConfiguration.ignorePublicAcls"),
            Property.of(POINT, "publicAccessBlockConfiguration.restrictPublicBuckets"));

    private static final Property RESTRICT = Property.of(BLOCK, "restrictPublicBuckets");

    @Override
    public Set<String> types() {
        return Stream.concat(Buckets.TYPES.stream(), Stream.of(POINT)).collect(Collectors.toSet());
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        if (bucket.is(POINT)) {
            return POINT_SETTINGS.stream()
                    .map(setting -> Verdict.require(
                            bucket.get(setting).is("false").not(), "opens what its bucket closes: " + setting))
                    .reduce(Verdict.PASS, Verdict::and);
        }
        Targets blocks = graph.referrers(bucket, BUCKET);
        Verdict verdict = Verdict.require(blocks.exist(), "has no public access block");
        for (Property setting : List.of(ACLS, POLICY, IGNORE, RESTRICT)) {
            verdict = verdict.and(Verdict.require(
                    blocks.all(block -> block.get(setting).isTrue()), "has a public access block without " + setting));
        }
        return verdict;
    }
}
