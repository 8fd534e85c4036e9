package dev.palisade.policy.rules.edge;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class LogBucketTakesLogsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LogBucketTakesLogs();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("its prefix", stack(BUCKET, balancer("requests"), policy("Allow", ELB, "requests/AWSLogs/1/*"))),
                passes("every key", stack(BUCKET, balancer("requests"), policy("Allow", ELB, "*"))),
                passes("a bucket's log", stack(BUCKET, logging("b/"), policy("Allow", "logging.s3", "b/*"))),
                fails(
                        "a key",
                        stack(
                                BUCKET,
                                balancer("requests"),
                                policy("Allow", ELB, "*"),
                                resource(
                                                "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                                                "e")
                                        .refer("bucket", BUCKET)
                                        .set(
                                                "rules",
                                                List.of(Map.of(
                                                        "applyServerSideEncryptionByDefault",
                                                        Map.of("sseAlgorithm", "aws:kms"))))),
                        "encrypts with KMS"),
                fails("no policy", stack(BUCKET, balancer("requests")), "takes nothing"),
                fails(
                        "another prefix",
                        stack(BUCKET, balancer("other"), policy("Allow", ELB, "requests/AWSLogs/1/*")),
                        "under \"other\""),
                fails(
                        "another service",
                        stack(BUCKET, balancer("requests"), policy("Allow", "x", "*")),
                        "takes nothing"),
                fails("a denial", stack(BUCKET, balancer("requests"), policy("Deny", ELB, "*")), "takes nothing"),
                fails(
                        "a bucket's log elsewhere",
                        stack(BUCKET, logging("c/"), policy("Allow", "logging.s3", "b/*")),
                        "c/"),
                passes("a trail", stack(BUCKET, trail(), policy("Allow", "cloudtrail", "AWSLogs/1/*"))),
                fails(
                        "a trail under another prefix",
                        stack(BUCKET, trail().set("s3KeyPrefix", "x"), policy("Allow", "cloudtrail", "AWSLogs/1/*")),
                        "under \"x\""),
                unknown("a prefix from outputs", stack(BUCKET, balancer("x").unknown("accessLogs.prefix"))),
                notApplicable("no logs", stack(resource("aws:lb/loadBalancer:LoadBalancer", "l"))));
    }

    private static final String ELB = "logdelivery.elasticloadbalancing";
    private static final ResourceBuilder BUCKET = resource("aws:s3/bucketV2:BucketV2", "logs");

    private static ResourceBuilder balancer(String prefix) {
        return resource("aws:lb/loadBalancer:LoadBalancer", "l")
                .set("accessLogs.enabled", true)
                .set("accessLogs.prefix", prefix)
                .refer("accessLogs.bucket", BUCKET);
    }

    private static ResourceBuilder trail() {
        return resource("aws:cloudtrail/trail:Trail", "t").refer("s3BucketName", BUCKET);
    }

    private static ResourceBuilder logging(String prefix) {
        return resource("aws:s3/bucketLoggingV2:BucketLoggingV2", "g")
                .set("targetPrefix", prefix)
                .refer("targetBucket", BUCKET);
    }

    private static ResourceBuilder policy(String effect, String service, String key) {
        return resource("aws:s3/bucketPolicy:BucketPolicy", "p")
                .refer("bucket", BUCKET)
                .set(
                        "policy",
                        document("{'Effect':'" + effect + "','Principal':{'Service':'" + service
                                + ".amazonaws.com'},'Action':'s3:PutObject','Resource':'arn:aws:s3:::logs/" + key
                                + "'}"));
    }
}
