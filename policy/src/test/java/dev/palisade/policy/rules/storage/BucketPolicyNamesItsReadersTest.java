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

class BucketPolicyNamesItsReadersTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketPolicyNamesItsReaders();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "log delivery",
                        stack(policy(
                                "Allow",
                                "{\"Service\": \"logdelivery.elasticloadbalancing.amazonaws.com\"}",
                                "s3:PutObject"))),
                passes(
                        "a role",
                        stack(policy("Allow", "{\"AWS\": \"arn:aws:iam::111122223333:role/ci\"}", "s3:GetObject"))),
                passes("a denial for all", stack(policy("Deny", "\"*\"", "s3:*"))),
                fails("everybody", stack(policy("Allow", "\"*\"", "s3:GetObject")), "everybody"),
                fails(
                        "everybody with an account",
                        stack(policy("Allow", "{\"AWS\": \"*\"}", "s3:GetObject")),
                        "everybody"),
                fails(
                        "a service that reads",
                        stack(policy("Allow", "{\"Service\": \"delivery.logs.amazonaws.com\"}", "s3:Get*")),
                        "more than deliver"),
                fails(
                        "every action",
                        stack(policy("Allow", "{\"AWS\": \"arn:aws:iam::111122223333:role/ci\"}", "s3:*")),
                        "every action"),
                fails("not JSON", stack(resource(POLICY, "x").set("policy", "{")), "not JSON"),
                unknown("not known yet", stack(resource(POLICY, "x").unknown("policy"))),
                notApplicable("no policy", stack()));
    }

    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";

    private static ResourceBuilder policy(String effect, String principal, String action) {
        return resource(POLICY, "reports").set("policy", """
                        {"Version": "2012-10-17", "Statement": {
                          "Effect": "%s", "Principal": %s, "Action": "%s", "Resource": "arn:aws:s3:::reports/AWSLogs/111122223333/*"}}
                        """.formatted(effect, principal, action));
    }
}
