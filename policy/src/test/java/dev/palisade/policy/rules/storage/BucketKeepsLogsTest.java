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

class BucketKeepsLogsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketKeepsLogs();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a year", stack(bucket(), lifecycle(365))),
                passes("for ever", stack(bucket())),
                fails("a day", stack(bucket(), lifecycle(1)), "90 days"),
                fails(
                        "a load balancer's logs for a week",
                        stack(
                                resource("aws:s3/bucketV2:BucketV2", "elb"),
                                resource("aws:lb/loadBalancer:LoadBalancer", "service")
                                        .set("accessLogs.bucket", "elb-id"),
                                lifecycle(7).set("bucket", "elb-id")),
                        "90 days"),
                fails(
                        "everything on one day",
                        stack(bucket(), rule("expiration", Map.of("date", "2026-01-01"))),
                        "90 days"),
                fails(
                        "what was overwritten for a day",
                        stack(bucket(), rule("noncurrentVersionExpiration", Map.of("noncurrentDays", 1))),
                        "less than a week"),
                fails(
                        "in the archive at once",
                        stack(
                                bucket(),
                                rule("transitions", List.of(Map.of("days", 0, "storageClass", "DEEP_ARCHIVE")))),
                        "archives"),
                unknown("not known yet", stack(bucket(), lifecycle(1).unknown("rules"))),
                notApplicable("other buckets", stack(resource("aws:s3/bucketV2:BucketV2", "assets"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "scan-reports");
    }

    private static ResourceBuilder rule(String action, Object what) {
        return lifecycle(365).set("rules", List.of(Map.of("status", "Enabled", action, what)));
    }

    private static ResourceBuilder lifecycle(int days) {
        return resource("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "x")
                .refer("bucket", bucket())
                .set("rules", List.of(Map.of("status", "Enabled", "expiration", Map.of("days", days))));
    }
}
