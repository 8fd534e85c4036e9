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

class BucketIsVersionedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketIsVersioned();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("enabled", stack(bucket(), versioning("Enabled"))),
                fails("suspended", stack(bucket(), versioning("Suspended")), "no old versions"),
                fails("nothing said", stack(bucket()), "no old versions"),
                unknown("not known yet", stack(bucket(), versioning("").unknown("versioningConfiguration"))),
                notApplicable("no bucket", stack()));
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "reports");
    }

    private static ResourceBuilder versioning(String status) {
        return resource("aws:s3/bucketVersioningV2:BucketVersioningV2", "reports")
                .refer("bucket", bucket())
                .set("versioningConfiguration.status", status);
    }
}
