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
        title = "Disruption budgets cover pods that exist and let some, not all, go",
        severity = Severity.LOW,
        rows = Row.C4,
        controls = {"NIST 800-53 CP-10", "SOC 2 A1.2", "HIPAA 164.308(a)(7)(i)"},
        why = "A budget of all or none stops every node from being patched, or protects nothing.",
        remedy = "Allow one pod to be missing at a time, and select the service's pods.",
        snippet = "PodDisruptionBudgetSpecArgs.builder().maxUnavailable(1).selector(Labels.selector())")
public final class PodDisruptionBudgetWorks implements RelationPolicy {
    private static final Property SELECTOR = Property.of(ClusterObjects.BUDGET, "spec.selector");
    private static final Property MIN = Property.of(ClusterObjects.BUDGET, "spec.minAvailable");
    private static final Property MAX = Property.of(ClusterObjects.BUDGET, "spec.maxUnavailable");

    private static final Property DEPLOYMENT_REPLICAS = Property.of(Workloads.DEPLOYMENT, "spec.replicas");
    private static final Property STATEFUL_REPLICAS = Property.of(Workloads.STATEFUL_SET, "spec.replicas");

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.BUDGET);
    }

    @Override
    public Verdict check(Resource budget, Graph graph) {
        Pods pods = Pods.of(graph);
        String namespace = Metadata.namespace(budget);
        Value min = budget.get(MIN);
        Value max = budget.get(MAX);
        Verdict bounds = Verdict.require(
                        min.isPresent().or(max.isPresent()), "has neither minAvailable nor maxUnavailable")
                .and(Verdict.require(
                        Paths.absentOr(min, min.matches(PodDisruptionBudgetWorks::isSome)),
                        "keeps all pods or none: minAvailable"))
                .and(Verdict.require(
                        Paths.absentOr(max, max.matches(PodDisruptionBudgetWorks::isSome)),
                        "lets all pods go or none: maxUnavailable"));
        if (pods.mayHaveMore(namespace)) {
            return bounds;
        }
        Truth all = ClusterObjects.of(graph).workloads().any(namespace, workload -> allOf(workload, budget, max));
        return bounds.and(Verdict.require(all.not(), "lets all pods of a workload go: maxUnavailable"))
                .and(Verdict.require(
                        Selector.isEmpty(budget.get(SELECTOR))
                                .not()
                                .and(() -> pods.anySelected(namespace, budget.get(SELECTOR), pod -> Truth.TRUE)),
                        "covers no pod: spec.selector"));
    }

    private static Truth allOf(Resource workload, Resource budget, Value max) {
        Value replicas =
                switch (workload.type()) {
                    case Workloads.DEPLOYMENT -> workload.get(DEPLOYMENT_REPLICAS);
                    case Workloads.STATEFUL_SET -> workload.get(STATEFUL_REPLICAS);
                    default -> Value.missing();
                };
        return Truth.of(max.number().isPresent()
                        && replicas.number().isPresent()
                        && max.number().get() >= replicas.number().get())
                .and(() -> Selector.selects(
                        budget.get(SELECTOR), PodSpec.of(workload).labels()));
    }

    private static boolean isSome(String bound) {
        return bound.matches("[1-9]\\d?%?");
    }
}
