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

class BucketHasNoAccessListsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BucketHasNoAccessLists();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("enforced", stack(bucket(), controls("BucketOwnerEnforced"))),
                fails("nothing said", stack(bucket()), "does not enforce"),
                fails("the writer owns", stack(bucket(), controls("ObjectWriter")), "does not enforce"),
                fails(
                        "a public list",
                        stack(bucket(), controls("BucketOwnerEnforced"), list("public-read")),
                        "access list"),
                fails(
                        "an inline list",
                        stack(bucket().set("acl", "public-read"), controls("BucketOwnerEnforced")),
                        "access list"),
                fails(
                        "a public object",
                        stack(resource("aws:s3/bucketObjectv2:BucketObjectv2", "o")
                                .set("acl", "public-read")),
                        "access list"),
                unknown("not known yet", stack(bucket(), controls("").unknown("rule"))),
                notApplicable("no bucket", stack()));
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "reports");
    }

    private static ResourceBuilder controls(String ownership) {
        return resource("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "reports")
                .refer("bucket", bucket())
                .set("rule.objectOwnership", ownership);
    }

    private static ResourceBuilder list(String acl) {
        return resource("aws:s3/bucketAclV2:BucketAclV2", "reports")
                .refer("bucket", bucket())
                .set("acl", acl);
    }
}
