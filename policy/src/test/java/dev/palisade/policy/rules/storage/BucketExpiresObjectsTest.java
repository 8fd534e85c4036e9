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

class BucketExpiresObjectsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketExpiresObjects();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "some objects alone",
                        stack(
                                resource("aws:s3/bucketV2:BucketV2", "b").id("b"),
                                resource("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "l")
                                        .set("bucket", "b")
                                        .set(
                                                "rules",
                                                List.of(Map.of(
                                                        "status",
                                                        "Enabled",
                                                        "filter",
                                                        Map.of("prefix", "x/"),
                                                        "expiration",
                                                        Map.of("days", 365))))),
                        "no enabled lifecycle rule"),
                passes("expires", stack(bucket(), lifecycle("Enabled", "expiration"))),
                fails(
                        "old versions alone",
                        stack(bucket(), rule(Map.of("status", "Enabled", OLD, Map.of("noncurrentDays", 30)))),
                        "expires"),
                fails(
                        "abandoned uploads stay",
                        stack(
                                bucket(),
                                lifecycle("", "")
                                        .set(
                                                "rules",
                                                List.of(Map.of(
                                                        "status", "Enabled", "expiration", Map.of("days", 365))))),
                        "abandoned"),
                fails(
                        "old versions stay",
                        stack(
                                bucket(),
                                rule(Map.of(
                                        "status",
                                        "Enabled",
                                        "expiration",
                                        Map.of("days", 365),
                                        ABORT,
                                        Map.of("daysAfterInitiation", 7)))),
                        "old versions for ever"),
                fails(
                        "large objects alone",
                        stack(
                                bucket(),
                                rule(Map.of(
                                        "status",
                                        "Enabled",
                                        "filter",
                                        Map.of("objectSizeGreaterThan", 1_000_000),
                                        "expiration",
                                        Map.of("days", 365)))),
                        "no enabled lifecycle rule"),
                fails(
                        "in a thousand years",
                        stack(bucket(), rule(Map.of("status", "Enabled", "expiration", Map.of("days", 365_001)))),
                        "no enabled"),
                fails("nothing said", stack(bucket()), "no enabled lifecycle rule"),
                fails("disabled", stack(bucket(), lifecycle("Disabled", "expiration")), "no enabled"),
                fails("only moves", stack(bucket(), lifecycle("Enabled", "transitions")), "expires"),
                unknown(
                        "not known yet",
                        stack(bucket(), lifecycle("", "expiration").unknown("rules"))),
                notApplicable("no bucket", stack()));
    }

    private static final String ABORT = "abortIncompleteMultipartUpload";
    private static final String OLD = "noncurrentVersionExpiration";

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "logs");
    }

    private static ResourceBuilder lifecycle(String status, String does) {
        return rule(Map.of(
                "status",
                status,
                does,
                Map.of("days", 365),
                ABORT,
                Map.of("daysAfterInitiation", 7),
                OLD,
                Map.of("noncurrentDays", 30)));
    }

    private static ResourceBuilder rule(Map<String, Object> rule) {
        return resource("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "logs")
                .refer("bucket", bucket())
                .set("rules", List.of(rule));
    }
}
