package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class StatefulSetKeepsItsVolumesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new StatefulSetKeepsItsVolumes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the API's defaults", set("{}")),
                passes(
                        "both said",
                        set("{persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Retain}}")),
                fails(
                        "gone with the set",
                        set("{persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}}"),
                        "whenDeleted"),
                fails(
                        "gone with a replica",
                        set("{persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}}"),
                        "whenScaled"),
                unknown(
                        "from outputs",
                        Manifest.of(Workloads.STATEFUL_SET, "s", "{spec: {}}")
                                .unknown("spec.persistentVolumeClaimRetentionPolicy.whenScaled")
                                .alone()),
                notApplicable("no set", stack()));
    }

    private static StackBuilder set(String spec) {
        return Manifest.of(Workloads.STATEFUL_SET, "s", "{spec: " + spec + "}").alone();
    }
}
