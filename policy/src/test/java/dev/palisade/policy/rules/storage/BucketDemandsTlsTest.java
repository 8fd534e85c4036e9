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

class BucketDemandsTlsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketDemandsTls();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("plain text denied", stack(bucket(), policy("Deny", "*", "s3:*", "Bool", "false"))),
                fails("no policy", stack(bucket()), "no policy"),
                fails("allowed", stack(bucket(), policy("Allow", "*", "s3:*", "Bool", "false")), "no policy"),
                fails(
                        "one principal",
                        stack(bucket(), policy("Deny", "arn:aws:iam::111122223333:root", "s3:*", "Bool", "false")),
                        "no policy"),
                fails("one action", stack(bucket(), policy("Deny", "*", "s3:GetObject", "Bool", "false")), "no policy"),
                fails("TLS denied", stack(bucket(), policy("Deny", "*", "s3:*", "Bool", "true")), "no policy"),
                fails("another operator", stack(bucket(), policy("Deny", "*", "s3:*", "Null", "false")), "no policy"),
                fails(
                        "not JSON",
                        stack(
                                bucket(),
                                policy("Deny", "*", "s3:*", "Bool", "false").set("policy", "{")),
                        "no policy"),
                fails(
                        "the objects alone",
                        stack(
                                bucket(),
                                resource(POLICY, "reports")
                                        .refer("bucket", bucket())
                                        .set(
                                                "policy",
                                                document("Deny", "*", "s3:*", "Bool", "false")
                                                        .replace("\"arn:aws:s3:::reports\",", ""))),
                        "no policy"),
                unknown(
                        "not known yet",
                        stack(
                                bucket(),
                                resource(POLICY, "reports")
                                        .refer("bucket", bucket())
                                        .unknown("policy"))),
                notApplicable("no bucket", stack()));
    }

    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "reports");
    }

    private static ResourceBuilder policy(String effect, String who, String action, String operator, String value) {
        return resource(POLICY, "reports")
                .refer("bucket", bucket())
                .set("policy", document(effect, who, action, operator, value));
    }

    private static String document(String effect, String who, String action, String operator, String value) {
        return """
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "%s", "Principal": {"AWS": "%s"}, "Action": "%s",
                  "Resource": ["arn:aws:s3:::reports","arn:aws:s3:::reports/*"],
                  "Condition": {"%s": {"aws:SecureTransport": "%s"}}}]}
                """.formatted(effect, who, action, operator, value);
    }
}
