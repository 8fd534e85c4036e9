package dev.palisade.policy.rules.kms;

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

class KmsKeyRotatesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyRotates();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("rotation is on", stack(key().set("enableKeyRotation", true))),
                fails("rotation is not asked for", stack(key()), "does not rotate"),
                fails("rotation is off", stack(key().set("enableKeyRotation", false)), "does not rotate"),
                fails(
                        "rotation every seven years",
                        stack(key().set("enableKeyRotation", true).set("rotationPeriodInDays", 2560)),
                        "less often"),
                unknown("rotation depends on an output", stack(key().unknown("enableKeyRotation"))),
                notApplicable(
                        "an asymmetric key",
                        stack(key().set("customerMasterKeySpec", "RSA_4096").set("keyUsage", "SIGN_VERIFY"))),
                fails("one that encrypts", stack(key().set("customerMasterKeySpec", "RSA_4096")), "cannot rotate"),
                fails("imported material", stack(resource("aws:kms/externalKey:ExternalKey", "x")), "imported"),
                notApplicable("no key at all", stack()));
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "data");
    }
}
