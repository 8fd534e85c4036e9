package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Autoscalers scale a workload that exists, from two pods up, by a metric",
        severity = Severity.LOW,
        rows = {Row.C3, Row.C4},
        controls = {"NIST 800-53 SC-5", "NIST 800-53 CP-2", "SOC 2 A1.1"},
        why = "An autoscaler without a target, without room or down to one pod gives a false feeling of capacity.",
        remedy = "Name the Deployment, minReplicas of 2 or more, maxReplicas above it (at most 100), and a metric.",
        snippet = "HorizontalPodAutoscalerSpecArgs.builder().minReplicas(2).maxReplicas(6)")
public final class AutoscalerHasRoom implements RelationPolicy {
    private static final Property MIN = Property.of(ClusterObjects.AUTOSCALER, "spec.minReplicas");
    private static final Property MAX = Property.of(ClusterObjects.AUTOSCALER, "spec.maxReplicas");
    private static final Property RESOURCE = Property.of(ClusterObjects.AUTOSCALER, "spec.metrics[].resource");
    private static final Property TARGET = Property.of(ClusterObjects.AUTOSCALER, "spec.metrics[].resource.target");
    private static final Property UTILIZATION =
            Property.of(ClusterObjects.AUTOSCALER, "spec.metrics[].resource.target.averageUtilization");
    private static final Property KIND_OF_TARGET =
            Property.of(ClusterObjects.AUTOSCALER, "spec.metrics[].resource.target.type");
    private static final Property AVERAGE =
            Property.of(ClusterObjects.AUTOSCALER, "spec.metrics[].resource.target.averageValue");
    private static final Property MEASURED = Property.of(ClusterObjects.AUTOSCALER, "spec.metrics[].resource.name");
    private static final Property TYPE = Property.of(ClusterObjects.AUTOSCALER, "spec.metrics[].type");
    private static final Property METRICS = Property.of(ClusterObjects.AUTOSCALER, "spec.metrics");

    private static final Property UPWARDS =
            Property.of(ClusterObjects.AUTOSCALER, "spec.behavior.scaleUp.selectPolicy");

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.AUTOSCALER);
    }

    @Override
    public Verdict check(Resource autoscaler, Graph graph) {
        Value min = autoscaler.get(MIN);
        Value max = autoscaler.get(MAX);
        Truth more = min.isUnknown() || max.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(max.number().orElse(0.0) > min.number().orElse(1.0));
        Truth target = ClusterObjects.of(graph)
                .workloads()
                .any(Metadata.namespace(autoscaler), workload -> Autoscalers.scales(autoscaler, workload));
        return Verdict.require(min.atLeast(2), "scales down below two pods: minReplicas")
                .and(Verdict.require(more, "has no room to scale: maxReplicas is not above minReplicas"))
                .and(Verdict.require(max.atMost(100), "scales without a bound: maxReplicas is over 100"))
                .and(Verdict.require(autoscaler.get(METRICS).hasItems(), "has no metric"))
                .and(
                        Verdict.require(
                                autoscaler.get(METRICS).all(AutoscalerHasRoom::isReachable),
                                "has a metric that is none, or never, or always, asks for more pods: averageUtilization is not 20 to 90"))
                .and(Verdict.require(
                        autoscaler.get(UPWARDS).is("Disabled").not(),
                        "never asks for more pods: behavior.scaleUp.selectPolicy is Disabled"))
                .and(Verdict.require(
                        ClusterObjects.of(graph)
                                .autoscalers()
                                .any(Metadata.namespace(autoscaler), other -> Autoscalers.rival(autoscaler, other))
                                .not(),
                        "scales what another autoscaler scales too: scaleTargetRef"))
                .and(Verdict.require(target, "scales nothing: scaleTargetRef names no workload of its namespace"));
    }

    /** Metrics of other kinds than resources have units of their own. */
    private static Truth isReachable(Value metric) {
        Value target = metric.get(RESOURCE).get(TARGET);
        Value utilization = target.get(UTILIZATION);
        return metric.get(TYPE)
                .isPresent()
                .and(() -> metric.get(TYPE).is("Resource").not().or(() -> metric.get(RESOURCE)
                        .get(MEASURED)
                        .isOneOf("cpu", "memory")
                        .and(() -> target.get(KIND_OF_TARGET)
                                .is("Utilization")
                                .and(() -> utilization.atLeast(20).and(utilization.atMost(90)))
                                .or(() -> target.get(AVERAGE).isPresent()))));
    }
}
