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

class BucketBlocksPublicAccessTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketBlocksPublicAccess();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "an access point without",
                        stack(resource("aws:s3/accessPoint:AccessPoint", "p")
                                .set("publicAccessBlockConfiguration.blockPublicPolicy", false)),
                        "opens what its bucket closes"),
                passes("an access point", stack(resource("aws:s3/accessPoint:AccessPoint", "p"))),
                passes("all four", stack(bucket(), block())),
                fails("no block", stack(bucket()), "no public access block"),
                fails("another bucket's", stack(bucket(), block().set("bucket", "other")), "no public access block"),
                fails("one off", stack(bucket(), block().set("ignorePublicAcls", false)), "ignorePublicAcls"),
                fails(
                        "one not asked for",
                        stack(bucket(), block().unset("restrictPublicBuckets")),
                        "restrictPublicBuckets"),
                unknown("not known yet", stack(bucket(), block().unknown("blockPublicPolicy"))),
                notApplicable("no bucket", stack()));
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "reports");
    }

    private static ResourceBuilder block() {
        return resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "reports")
                .refer("bucket", bucket())
                .set("blockPublicAcls", true)
                .set("blockPublicPolicy", true)
                .set("ignorePublicAcls", true)
                .set("restrictPublicBuckets", true);
    }
}
