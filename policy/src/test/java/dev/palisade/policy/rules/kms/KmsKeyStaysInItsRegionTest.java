package dev.palisade.policy.rules.kms;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class KmsKeyStaysInItsRegionTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyStaysInItsRegion();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an ordinary key", stack(resource("aws:kms/key:Key", "k"))),
                fails("many regions", stack(resource("aws:kms/key:Key", "k").set("multiRegion", true)), "multiRegion"),
                fails(
                        "material of others",
                        stack(resource("aws:kms/key:Key", "k").set("xksKeyId", "x")),
                        "xksKeyId"),
                fails("a copy", stack(resource("aws:kms/replicaKey:ReplicaKey", "k")), "copy"),
                fails("a key store", stack(resource("aws:kms/customKeyStore:CustomKeyStore", "s")), "outside"),
                unknown("not known yet", stack(resource("aws:kms/key:Key", "k").unknown("multiRegion"))),
                notApplicable("no key", stack()));
    }
}
