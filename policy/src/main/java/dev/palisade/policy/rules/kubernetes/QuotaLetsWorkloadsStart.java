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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Each Deployment or StatefulSet by itself, at the number of pods that it starts with: quotas bound what it may grow to. */
@PolicyInfo(
        title = "Quotas let each workload of their namespace start",
        severity = Severity.MEDIUM,
        rows = {Row.C3, Row.C4},
        controls = {"NIST 800-53 CP-2", "NIST 800-53 SC-6", "SOC 2 A1.1"},
        why = "Pods over a quota are refused one by one, and the release that asked for them hangs.",
        remedy = "Raise the quota, or let the containers ask for less.",
        snippet = "ResourceQuotaSpecArgs.builder().hard(Map.of(\"pods\", \"20\", \"limits.memory\", \"16Gi\"))")
public final class QuotaLetsWorkloadsStart implements RelationPolicy {
    private static final Property HARD = Property.of(ClusterObjects.QUOTA, "spec.hard");
    private static final Map<String, Property> REPLICAS = Map.of(
            Workloads.DEPLOYMENT, Property.of(Workloads.DEPLOYMENT, "spec.replicas"),
            Workloads.STATEFUL_SET, Property.of(Workloads.STATEFUL_SET, "spec.replicas"));
    private static final List<Property> ASKED = List.of(
            Property.of(Workloads.POD, "spec.containers[].resources.limits"),
            Property.of(Workloads.POD, "spec.containers[].resources.requests"));

    @Override
    public Set<String> types() {
        return REPLICAS.keySet();
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        ClusterObjects objects = ClusterObjects.of(graph);
        PodSpec pod = PodSpec.of(workload);
        long pods = Math.round(workload.get(Objects.requireNonNull(REPLICAS.get(workload.type())))
                .number()
                .orElse(1.0));
        Verdict verdict = Verdict.require(
                objects.quotas()
                        .any(
                                pod.namespace(),
                                quota -> exceeds(
                                        Quantity.of(pods), quota.get(HARD).field("pods")))
                        .not(),
                "has more pods than a ResourceQuota lets in: pods");
        for (Property asked : ASKED) {
            for (String kind : List.of("cpu", "memory")) {
                String bound = asked.path().get(asked.path().size() - 1) + "." + kind;
                Quantity one = pod.services().stream()
                        .flatMap(container -> Quantity.read(container.get(asked).field(kind)).stream())
                        .reduce(Quantity.NONE, Quantity::plus);
                verdict = verdict.and(Verdict.require(
                        objects.quotas()
                                .any(
                                        pod.namespace(),
                                        quota -> exceeds(
                                                one.times(pods), quota.get(HARD).field(bound)))
                                .not(),
                        "asks for more than a ResourceQuota has: " + bound));
            }
        }
        return verdict;
    }

    private static Truth exceeds(Quantity asked, Value most) {
        return Quantity.is(most, asked::exceeds);
    }
}
