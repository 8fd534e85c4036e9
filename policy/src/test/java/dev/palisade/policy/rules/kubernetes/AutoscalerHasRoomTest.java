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

class AutoscalerHasRoomTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AutoscalerHasRoom();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("from two to six", with(autoscaler())),
                fails("from one", with(autoscaler().with("spec.minReplicas", 1)), "below two"),
                fails("from one, by default", with(autoscaler().without("spec.minReplicas")), "below two"),
                fails("no room", with(autoscaler().with("spec.maxReplicas", 2)), "no room"),
                fails("no end", with(autoscaler().with("spec.maxReplicas", 100000)), "without a bound"),
                fails(
                        "never upwards",
                        with(autoscaler().yaml("spec.behavior", "{scaleUp: {selectPolicy: Disabled}}")),
                        "never asks for more"),
                fails("no metric", with(autoscaler().without("spec.metrics")), "no metric"),
                fails("a metric of nothing", with(autoscaler().with(METRIC + "resource.name", "requests")), "is none"),
                fails(
                        "no target",
                        with(autoscaler().without(METRIC + "resource.target.averageUtilization")),
                        "is none"),
                fails("a metric of no kind", with(autoscaler().without(METRIC + "type")), "is none"),
                passes(
                        "a metric in bytes",
                        with(autoscaler()
                                .yaml(METRIC + "resource.target", "{type: AverageValue, averageValue: 500Mi}"))),
                passes("memory", with(autoscaler().with(METRIC + "resource.name", "memory"))),
                fails("another Deployment", with(autoscaler().with("spec.scaleTargetRef.name", "x")), "scales nothing"),
                fails(
                        "another kind",
                        with(autoscaler().with("spec.scaleTargetRef.kind", "StatefulSet")),
                        "scales nothing"),
                fails(
                        "two for one",
                        with(autoscaler())
                                .with(Manifest.of(
                                                ClusterObjects.AUTOSCALER,
                                                "again",
                                                "{metadata: {namespace: palisade}, spec: {scaleTargetRef: {kind: Deployment, name: service}}}")
                                        .resource()),
                        "another autoscaler"),
                unknown("not known yet", with(autoscaler().unknown("spec.maxReplicas"))),
                notApplicable("no autoscaler", deployment().alone()));
    }

    private static final String METRIC = "spec.metrics[0].";

    private static StackBuilder with(Manifest autoscaler) {
        return stack(deployment().resource(), autoscaler.resource());
    }

    private static Manifest autoscaler() {
        return Manifest.of(ClusterObjects.AUTOSCALER, "service", """
                metadata: {name: service, namespace: palisade}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: service}
                  minReplicas: 2
                  maxReplicas: 6
                  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
                """);
    }
}
