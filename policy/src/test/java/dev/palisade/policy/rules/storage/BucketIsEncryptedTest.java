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

class BucketIsEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketIsEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("AES256", stack(bucket(), encryption("AES256"))),
                passes("aws:kms", stack(bucket(), encryption("aws:kms"))),
                fails("nothing said", stack(bucket()), "no encryption"),
                fails(
                        "another bucket's",
                        stack(bucket(), encryption("AES256").set("bucket", "other")),
                        "no encryption"),
                fails("no algorithm", stack(bucket(), encryption("")), "algorithm"),
                unknown("not known yet", stack(bucket(), encryption("").unknown("rules"))),
                notApplicable("no bucket", stack()));
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "logs");
    }

    private static ResourceBuilder encryption(String algorithm) {
        return resource(
                        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                        "logs")
                .refer("bucket", bucket())
                .set("rules", List.of(Map.of("applyServerSideEncryptionByDefault", Map.of("sseAlgorithm", algorithm))));
    }
}
