package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class ServedWorkloadScalesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServedWorkloadScales();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an autoscaler of its own", with("Deployment", "service")),
                fails("of another", with("Deployment", "other"), "does not grow"),
                fails("of another kind", with("StatefulSet", "service"), "does not grow"),
                fails("none", stack(deployment().resource(), binding().resource()), "does not grow"),
                notApplicable(
                        "a Service that leads to others",
                        stack(
                                deployment().resource(),
                                binding().resource(),
                                Manifest.of(
                                                ClusterObjects.SERVICE,
                                                "s",
                                                "{metadata: {namespace: palisade}, spec: {selector: {app: other}}}")
                                        .resource())),
                unknown(
                        "a name from outputs",
                        stack(
                                deployment().resource(),
                                binding().resource(),
                                autoscaler("Deployment", "x")
                                        .unknown("spec.scaleTargetRef.name")
                                        .resource())),
                notApplicable(
                        "a binding in another namespace",
                        stack(
                                deployment().resource(),
                                binding().with("metadata.namespace", "other").resource())),
                notApplicable("nothing that leads to it", deployment().alone()));
    }

    private static StackBuilder with(String kind, String name) {
        return stack(
                deployment().resource(),
                binding().resource(),
                autoscaler(kind, name).resource());
    }

    private static Manifest binding() {
        return Manifest.of(
                "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", "service", "{metadata: {namespace: palisade}}");
    }

    private static Manifest autoscaler(String kind, String name) {
        return Manifest.of(
                ClusterObjects.AUTOSCALER,
                "service",
                "{metadata: {namespace: palisade}, spec: {scaleTargetRef: {kind: " + kind + ", name: " + name + "}}}");
    }
}
