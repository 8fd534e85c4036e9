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

class EvidenceIsLockedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EvidenceIsLocked();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("locked", stack(bucket(), lock("GOVERNANCE", 365))),
                fails(
                        "no lock",
                        stack(bucket().unset("objectLockEnabled"), lock("GOVERNANCE", 365)),
                        "objectLockEnabled"),
                fails("no retention", stack(bucket()), "less than 30 days"),
                fails("a day", stack(bucket(), lock("COMPLIANCE", 1)), "less than 30 days"),
                fails("no mode", stack(bucket(), lock("", 365)), "retains"),
                unknown("not known yet", stack(bucket(), lock("", 1).unknown("rule"))),
                notApplicable("other buckets", stack(resource("aws:s3/bucketV2:BucketV2", "access-logs"))),
                notApplicable("no bucket", stack()));
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "scan-reports").set("objectLockEnabled", true);
    }

    private static ResourceBuilder lock(String mode, int days) {
        return resource("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2", "x")
                .refer("bucket", bucket())
                .set("rule.defaultRetention.mode", mode)
                .set("rule.defaultRetention.days", days);
    }
}
