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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
                        min.isPresent().and(max.isPresent()).not(),
                        "is refused by Kubernetes: both minAvailable and maxUnavailable"))
                .and(Verdict.require(
                        Paths.absentOr(min, min.matches(PodDisruptionBudgetWorks::isSome)),
                        "keeps all pods or none: minAvailable"))
                .and(Verdict.require(
                        Paths.absentOr(max, max.matches(PodDisruptionBudgetWorks::isSome)),
                        "lets all pods go or none: maxUnavailable"));
        if (pods.mayHaveMore(namespace)) {
            return bounds;
        }
        InNamespace workloads = ClusterObjects.of(graph).workloads();
        Truth all = workloads.any(namespace, workload -> covers(budget, workload)
                .and(() -> replicas(workload, most -> isAll(max, most))));
        Truth none = workloads.any(namespace, workload -> covers(budget, workload)
                .and(() -> replicas(workload, most -> isAll(min, most))));
        Truth twice = workloads.any(namespace, workload -> covers(budget, workload)
                .and(() -> ClusterObjects.of(graph).budgets().any(namespace, other -> Truth.of(
                                !other.urn().equals(budget.urn()))
                        .and(() -> covers(other, workload)))));
        return bounds.and(Verdict.require(all.not(), "lets all pods of a workload go: maxUnavailable"))
                .and(Verdict.require(none.not(), "lets no pod of a workload go: minAvailable"))
                .and(Verdict.require(
                        twice.not(), "covers pods that another budget covers too: Kubernetes then evicts none"))
                .and(Verdict.require(
                        Selector.isEmpty(budget.get(SELECTOR))
                                .not()
                                .and(() -> pods.anySelected(namespace, budget.get(SELECTOR), pod -> Truth.TRUE)),
                        "covers no pod: spec.selector"));
    }

    private static Truth covers(Resource budget, Resource workload) {
        return Selector.selects(budget.get(SELECTOR), PodSpec.of(workload).labels());
    }

    private static Truth replicas(Resource workload, Predicate<Double> test) {
        Value replicas =
                switch (workload.type()) {
                    case Workloads.DEPLOYMENT -> workload.get(DEPLOYMENT_REPLICAS);
                    case Workloads.STATEFUL_SET -> workload.get(STATEFUL_REPLICAS);
                    default -> Value.missing();
                };
        return Truth.of(replicas.number().filter(test).isPresent());
    }

    /** Kubernetes rounds a percentage up. */
    private static boolean isAll(Value bound, double replicas) {
        String text = bound.text().orElse("");
        Optional<Double> pods = text.matches("\\d{1,3}%")
                ? Optional.of(Math.ceil(replicas * Integer.parseInt(text.substring(0, text.length() - 1)) / 100))
                : bound.number();
        return pods.filter(number -> number >= replicas).isPresent();
    }

    private static boolean isSome(String bound) {
        return bound.matches("[1-9]\\d?%?");
    }
}
