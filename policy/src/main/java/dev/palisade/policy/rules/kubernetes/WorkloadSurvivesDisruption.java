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

/** What one Deployment or StatefulSet needs so that neither a drained node nor a release stops the service. */
@PolicyInfo(
        title = "Services run more than one pod, spread over zones, under a disruption budget",
        severity = Severity.MEDIUM,
        rows = Row.C4,
        controls = {"NIST 800-53 CP-10", "NIST 800-53 CP-2", "SOC 2 A1.2", "HIPAA 164.308(a)(7)(i)", "GDPR 32(1)(b)"},
        why = "A single pod, or pods of one zone, are gone with one node, one zone or one upgrade.",
        remedy =
                "Run two replicas or more, spread them over zones, and add a PodDisruptionBudget that selects them; leave replicas out where an autoscaler keeps two.",
        snippet = "TopologySpreadConstraintArgs.builder().topologyKey(\"topology.kubernetes.io/zone\").maxSkew(1)")
public final class WorkloadSurvivesDisruption implements RelationPolicy {
    private static final Property DEPLOYMENT_REPLICAS = Property.of(Workloads.DEPLOYMENT, "spec.replicas");
    private static final Property STATEFUL_REPLICAS = Property.of(Workloads.STATEFUL_SET, "spec.replicas");
    private static final Property BUDGET_SELECTOR = Property.of(ClusterObjects.BUDGET, "spec.selector");
    private static final Property SPREAD = Property.of(Workloads.POD, "spec.topologySpreadConstraints");
    private static final String APART_BY = "spec.affinity.podAntiAffinity.";
    private static final Property APART =
            Property.of(Workloads.POD, APART_BY + "requiredDuringSchedulingIgnoredDuringExecution");
    private static final Property RATHER_APART =
            Property.of(Workloads.POD, APART_BY + "preferredDuringSchedulingIgnoredDuringExecution");
    private static final Property PLACED = Property.of(Workloads.POD, "spec.nodeSelector");
    private static final String BY_NODE =
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";
    private static final Property TERMS = Property.of(Workloads.POD, BY_NODE);
    private static final Property EXPRESSIONS = Property.of(Workloads.POD, BY_NODE + "[].matchExpressions");
    private static final Property LABEL = Property.of(Workloads.POD, BY_NODE + "[].matchExpressions[].key");
    private static final Property OPERATOR = Property.of(Workloads.POD, BY_NODE + "[].matchExpressions[].operator");
    private static final Property VALUES = Property.of(Workloads.POD, BY_NODE + "[].matchExpressions[].values");
    private static final String TOGETHER_WITH =
            "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution";
    private static final Property TOGETHER = Property.of(Workloads.POD, TOGETHER_WITH);
    private static final Property TOGETHER_BY = Property.of(Workloads.POD, TOGETHER_WITH + "[].topologyKey");
    private static final Property KEY = Property.of(Workloads.POD, "spec.topologySpreadConstraints[].topologyKey");
    private static final Property SKEW = Property.of(Workloads.POD, "spec.topologySpreadConstraints[].maxSkew");
    private static final Property SELECTOR =
            Property.of(Workloads.POD, "spec.topologySpreadConstraints[].labelSelector");

    @Override
    public Set<String> types() {
        return Set.of(Workloads.DEPLOYMENT, Workloads.STATEFUL_SET);
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        PodSpec pod = PodSpec.of(workload);
        Value replicas =
                workload.get(Workloads.DEPLOYMENT.equals(workload.type()) ? DEPLOYMENT_REPLICAS : STATEFUL_REPLICAS);
        Truth budget = ClusterObjects.of(graph).budgets().any(pod.namespace(), one -> Selector.isEmpty(
                        one.get(BUDGET_SELECTOR))
                .not()
                .and(() -> Selector.selects(one.get(BUDGET_SELECTOR), pod.labels())));
        return Verdict.require(
                        replicas.atLeast(2).and(replicas.atMost(100)).or(() -> Truth.of(replicas.isMissing())
                                .and(() -> Autoscalers.keepTwo(workload, graph))),
                        "runs fewer than two pods, or without a bound: spec.replicas")
                .and(Verdict.require(
                        pod.get(SPREAD)
                                .any(constraint -> spreads(constraint, pod, "kubernetes.io/hostname"))
                                .or(() -> pod.get(APART).any(Value::isPresent))
                                .or(() -> pod.get(RATHER_APART).any(Value::isPresent)),
                        "may run all pods on one node: neither topologySpreadConstraints nor podAntiAffinity"))
                .and(Verdict.require(
                        pod.get(SPREAD).any(constraint -> spreads(constraint, pod, "topology.kubernetes.io/zone")),
                        "may run all pods in one zone: topologySpreadConstraints"))
                .and(Verdict.require(
                        pod.get(PLACED)
                                .field("topology.kubernetes.io/zone")
                                .isPresent()
                                .or(pod.get(PLACED)
                                        .field("kubernetes.io/hostname")
                                        .isPresent())
                                .or(() -> pod.get(TERMS).hasItems().and(() -> pod.get(TERMS)
                                        .all(WorkloadSurvivesDisruption::isOfOnePlace)))
                                .or(() -> pod.get(TOGETHER).any(term -> keepsTogether(term, pod)))
                                .not(),
                        "must run all pods in one zone or on one node: nodeSelector, affinity"))
                .and(Verdict.require(budget, "may lose all pods at once: no PodDisruptionBudget selects them"));
    }

    private static Truth isOfOnePlace(Value term) {
        return term.get(EXPRESSIONS).any(expression -> expression
                .get(LABEL)
                .isOneOf("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                .and(expression.get(OPERATOR).is("In"))
                .and(Truth.of(expression.get(VALUES).items().size() == 1)));
    }

    private static Truth keepsTogether(Value term, PodSpec pod) {
        return term.get(TOGETHER_BY)
                .isOneOf("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                .and(() -> Selector.selects(term.get(SELECTOR), pod.labels()));
    }

    private static Truth spreads(Value constraint, PodSpec pod, String key) {
        Value selector = constraint.get(SELECTOR);
        return constraint
                .get(KEY)
                .is(key)
                .and(constraint.get(SKEW).atMost(2))
                .and(constraint.get(SKEW).atLeast(1))
                .and(() -> Selector.isEmpty(selector).not())
                .and(() -> Selector.selects(selector, pod.labels()));
    }
}
