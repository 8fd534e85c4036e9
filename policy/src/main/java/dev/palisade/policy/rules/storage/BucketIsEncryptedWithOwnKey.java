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
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

@PolicyInfo(
        title = "Buckets are encrypted with a key of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.X12, Row.C5},
        controls = {
            "NIST 800-53 SC-28(1)",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub S3.17"
        },
        why = "With S3's own key whoever reads the bucket reads the content; a key of its own is a second lock.",
        remedy =
                "Encrypt with aws:kms and the stack's key. The load balancer's log delivery refuses such keys: write an exemption.",
        snippet =
                "BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder().sseAlgorithm(\"aws:kms\").kmsMasterKeyId(key.arn())")
public final class BucketIsEncryptedWithOwnKey implements RelationPolicy {
    private static final String ENCRYPTION =
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    private static final String DEFAULT = "rules[].applyServerSideEncryptionByDefault";
    private static final Property BUCKET = Property.of(ENCRYPTION, "bucket");
    private static final Property RULES = Property.of(ENCRYPTION, "rules");
    private static final Property BY_DEFAULT = Property.of(ENCRYPTION, DEFAULT);
    private static final Property ALGORITHM = Property.of(ENCRYPTION, DEFAULT + ".sseAlgorithm");
    private static final Property KEY = Property.of(ENCRYPTION, DEFAULT + ".kmsMasterKeyId");
    private static final String ALIAS = "aws:kms/alias:Alias";

    @Override
    public Set<String> types() {
        return Buckets.TYPES;
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        Targets encryptions = graph.referrers(bucket, BUCKET);
        return Verdict.require(encryptions.exist(), "has no encryption configuration")
                .and(Verdict.require(
                        encryptions.any(encryption ->
                                encryption.get(RULES).any(rule -> isOwn(encryption, rule.get(BY_DEFAULT), graph))),
                        "is not encrypted by aws:kms with a key of this stack"));
    }

    private static Truth isOwn(Resource encryption, Value rule, Graph graph) {
        return rule.get(ALGORITHM).isOneOf("aws:kms", "aws:kms:dsse").and(() -> graph.targets(
                        encryption, KEY, rule.get(KEY), Keys.KEY, ALIAS)
                .exist());
    }
}
