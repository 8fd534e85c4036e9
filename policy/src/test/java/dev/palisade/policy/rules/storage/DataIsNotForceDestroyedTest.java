package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class DataIsNotForceDestroyedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DataIsNotForceDestroyed();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("off", stack(resource("aws:s3/bucketV2:BucketV2", "x").set("forceDestroy", false))),
                passes("not asked for", stack(resource("aws:ecr/repository:Repository", "x"))),
                fails(
                        "a bucket",
                        stack(resource("aws:s3/bucketV2:BucketV2", "x").set("forceDestroy", true)),
                        "forceDestroy"),
                fails(
                        "a registry",
                        stack(resource("aws:ecr/repository:Repository", "x").set("forceDelete", true)),
                        "forceDelete"),
                fails(
                        "a vault",
                        stack(resource("aws:backup/vault:Vault", "x").set("forceDestroy", true)),
                        "forceDestroy"),
                unknown(
                        "not known yet",
                        stack(resource("aws:s3/bucketV2:BucketV2", "x").unknown("forceDestroy"))),
                notApplicable("nothing that holds data", stack()));
    }
}
