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

class ScanReportsAreKeptTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ScanReportsAreKept();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a bucket by its name",
                        stack(registry(), resource(BUCKET, "x").set("bucket", "palisade-scan-reports"))),
                passes("a bucket by its name in the program", stack(registry(), resource(BUCKET, "evidence"))),
                fails("no bucket", stack(registry()), "no bucket"),
                fails("another bucket", stack(registry(), resource(BUCKET, "access-logs")), "no bucket"),
                unknown(
                        "a name not known yet",
                        stack(registry(), resource(BUCKET, "x").unknown("bucket"))),
                notApplicable("no registry", stack()));
    }

    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";

    private static ResourceBuilder registry() {
        return resource("aws:ecr/repository:Repository", "service");
    }
}
