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

class CopiesStayInTheStackTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new CopiesStayInTheStack();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a list for others",
                        stack(
                                BUCKET,
                                resource("aws:s3/inventory:Inventory", "i")
                                        .set("destination.bucket.bucketArn", "arn:aws:s3:::other")),
                        "lists objects"),
                passes(
                        "a list in the stack",
                        stack(
                                BUCKET,
                                resource("aws:s3/inventory:Inventory", "i")
                                        .set("destination.bucket.bucketArn", "arn:aws:s3:::copy"))),
                passes("a bucket of the stack", stack(BUCKET, to("arn:aws:s3:::copy"))),
                fails("a bucket from elsewhere", stack(BUCKET, to("arn:aws:s3:::other")), "not of this stack"),
                unknown("rules from outputs", stack(BUCKET, to("x").unknown("rules"))),
                notApplicable("no replication", stack(BUCKET)));
    }

    private static final ResourceBuilder BUCKET =
            resource("aws:s3/bucketV2:BucketV2", "copy").output("arn", "arn:aws:s3:::copy");

    private static ResourceBuilder to(String bucket) {
        return resource("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "r")
                .set("rules", List.of(Map.of("destination", Map.of("bucket", bucket))));
    }
}
