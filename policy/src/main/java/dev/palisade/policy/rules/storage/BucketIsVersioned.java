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

@PolicyInfo(
        title = "Buckets keep old versions",
        severity = Severity.MEDIUM,
        rows = {Row.X12, Row.X9},
        controls = {
            "NIST 800-53 CP-9",
            "NIST 800-53 AU-9(2)",
            "PCI DSS 10.3.3",
            "HIPAA 164.312(c)(1)",
            "SOC 2 A1.2",
            "Security Hub S3.14"
        },
        why = "Without versions one delete or overwrite, by mistake or by an intruder, is for ever.",
        remedy = "Enable versioning.",
        snippet = "BucketVersioningV2VersioningConfigurationArgs.builder().status(\"Enabled\")")
public final class BucketIsVersioned implements RelationPolicy {
    private static final String VERSIONING = "aws:s3/bucketVersioningV2:BucketVersioningV2";
    private static final Property BUCKET = Property.of(VERSIONING, "bucket");
    private static final Property STATUS = Property.of(VERSIONING, "versioningConfiguration.status");

    @Override
    public Set<String> types() {
        return Buckets.TYPES;
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        Truth versioned =
                graph.referrers(bucket, BUCKET).any(one -> one.get(STATUS).is("Enabled"));
        return Verdict.require(versioned, "keeps no old versions");
    }
}
