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
        title = "Buckets say how they encrypt",
        severity = Severity.MEDIUM,
        rows = {Row.X12, Row.X9},
        controls = {"NIST 800-53 SC-28", "PCI DSS 3.5.1", "HIPAA 164.312(a)(2)(iv)", "SOC 2 CC6.1"},
        why = "A default that is written down is seen when it changes.",
        remedy = "Add an encryption configuration: aws:kms, or AES256 for the load balancer's logs.",
        snippet = "new BucketServerSideEncryptionConfigurationV2(\"reports\", ...)")
public final class BucketIsEncrypted implements RelationPolicy {
    private static final String ENCRYPTION =
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    private static final Property BUCKET = Property.of(ENCRYPTION, "bucket");
    private static final Property RULES = Property.of(ENCRYPTION, "rules");
    private static final Property BY_DEFAULT = Property.of(ENCRYPTION, "rules[].applyServerSideEncryptionByDefault");
    private static final Property ALGORITHM =
            Property.of(ENCRYPTION, "rules[].applyServerSideEncryptionByDefault.sseAlgorithm");

    @Override
    public Set<String> types() {
        return Buckets.TYPES;
    }

    @Override
    public Verdict check(Resource bucket, Graph graph) {
        Truth encrypted = graph.referrers(bucket, BUCKET).any(encryption -> encryption
                .get(RULES)
                .any(rule -> rule.get(BY_DEFAULT).get(ALGORITHM).isOneOf("AES256", "aws:kms", "aws:kms:dsse")));
        return Verdict.require(encrypted, "has no encryption configuration with an algorithm");
    }
}
