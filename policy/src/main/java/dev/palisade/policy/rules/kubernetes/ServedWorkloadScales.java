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

/** The load balancer leads to namespaces with a target group binding, there to what a Service selects. */
@PolicyInfo(
        title = "What the load balancer leads to has an autoscaler",
        severity = Severity.LOW,
        rows = {Row.C4, Row.X10},
        controls = {"NIST 800-53 SC-5", "NIST 800-53 CP-2", "SOC 2 A1.1", "GDPR 32(1)(b)"},
        why = "A fixed number of pods is what a flood of requests has to exhaust.",
        remedy = "Add a HorizontalPodAutoscaler that names the Deployment.",
        snippet = "new HorizontalPodAutoscaler(\"service\", HorizontalPodAutoscalerArgs.builder().spec(spec).build())")
public final class ServedWorkloadScales implements RelationPolicy {
    private static final String BINDING = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";
    private static final Property SELECTOR = Property.of(ClusterObjects.SERVICE, "spec.selector");
    private static final Property KIND = Property.of(ClusterObjects.AUTOSCALER, "spec.scaleTargetRef.kind");
    private static final Property NAME = Property.of(ClusterObjects.AUTOSCALER, "spec.scaleTargetRef.name");

    @Override
    public Set<String> types() {
        return Set.of(Workloads.DEPLOYMENT);
    }

    @Override
    public Verdict check(Resource deployment, Graph graph) {
        String namespace = Metadata.namespace(deployment);
        if (graph.ofType(BINDING).stream().noneMatch(binding -> namespace.equals(Metadata.namespace(binding)))
                || isLedPast(deployment, ClusterObjects.of(graph).services(), namespace)) {
            return Verdict.NOT_APPLICABLE;
        }
        Value name = Metadata.name(deployment);
        return Verdict.require(
                ClusterObjects.of(graph).autoscalers().any(namespace, autoscaler -> autoscaler
                        .get(KIND)
                        .is("Deployment")
                        .and(() -> name.text().map(autoscaler.get(NAME)::is).orElse(Truth.UNKNOWN))),
                "does not grow with its load: no HorizontalPodAutoscaler names it");
    }

    /** Whether the namespace's Services all lead to other pods. */
    private static boolean isLedPast(Resource deployment, InNamespace services, String namespace) {
        return services.any(namespace, service -> Truth.TRUE) == Truth.TRUE
                && services.any(namespace, service -> leadsTo(service, deployment)) == Truth.FALSE;
    }

    private static Truth leadsTo(Resource service, Resource deployment) {
        Value selector = service.get(SELECTOR);
        return selector.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(!selector.fields().isEmpty())
                        .and(() -> Selector.hasAll(
                                selector.fields(), PodSpec.of(deployment).labels()));
    }
}
