package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class BucketIsEncryptedWithOwnKeyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketIsEncryptedWithOwnKey();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a key of the stack", stack(key(), bucket(), encryption("aws:kms", "data-id"))),
                fails("no configuration", stack(key(), bucket()), "no encryption configuration"),
                fails("S3's key", stack(key(), bucket(), encryption("AES256", "")), "not encrypted by aws:kms"),
                fails(
                        "a stranger's key",
                        stack(key(), bucket(), encryption("aws:kms", "stranger")),
                        "key of this stack"),
                unknown(
                        "not known yet",
                        stack(key(), bucket(), encryption("aws:kms", "").unknown("rules"))),
                notApplicable("no bucket", stack()));
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "data");
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "reports");
    }

    private static ResourceBuilder encryption(String algorithm, String key) {
        return resource(
                        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                        "reports")
                .refer("bucket", bucket())
                .set(
                        "rules",
                        List.of(Map.of(
                                "applyServerSideEncryptionByDefault",
                                Map.of("sseAlgorithm", algorithm, "kmsMasterKeyId", key))));
    }
}
