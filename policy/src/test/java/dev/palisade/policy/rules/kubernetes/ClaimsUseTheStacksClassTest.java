package dev.palisade.policy.rules.kubernetes;

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

class ClaimsUseTheStacksClassTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ClaimsUseTheStacksClass();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder storage =
                resource("kubernetes:storage.k8s.io/v1:StorageClass", "s").set("metadata.name", "encrypted");
        return List.of(
                passes("the stack's", stack(storage, claim().set("spec.storageClassName", "encrypted"))),
                passes("the default", stack(storage, claim())),
                fails("EKS's", stack(storage, claim().set("spec.storageClassName", "gp2")), "not the stack's"),
                passes(
                        "an ephemeral volume of the stack's",
                        stack(storage, resource(Workloads.POD, "p").set("spec.volumes", ephemeral("encrypted")))),
                fails(
                        "an ephemeral volume of EKS's",
                        stack(storage, resource(Workloads.POD, "p").set("spec.volumes", ephemeral("gp2"))),
                        "not the stack's"),
                fails(
                        "a StatefulSet that claims EKS's",
                        stack(
                                storage,
                                resource(Workloads.STATEFUL_SET, "s")
                                        .set(
                                                "spec.volumeClaimTemplates",
                                                List.of(Map.of("spec", Map.of("storageClassName", "gp2"))))),
                        "not the stack's"),
                unknown("a name from outputs", stack(claim().unknown("spec.storageClassName"))),
                notApplicable("no claims", stack(storage)));
    }

    private static List<Object> ephemeral(String storage) {
        return List.of(Map.of(
                "name",
                "v",
                "ephemeral",
                Map.of("volumeClaimTemplate", Map.of("spec", Map.of("storageClassName", storage)))));
    }

    private static ResourceBuilder claim() {
        return resource("kubernetes:core/v1:PersistentVolumeClaim", "c");
    }
}
