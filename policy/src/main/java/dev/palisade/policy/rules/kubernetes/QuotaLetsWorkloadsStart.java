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
import java.util.Optional;
import java.util.Set;

/** Each Deployment or StatefulSet by itself, at the number of pods that it starts with: quotas bound what it may grow to. */
@PolicyInfo(
        title = "Quotas and limit ranges let each workload of their namespace start",
        severity = Severity.MEDIUM,
        rows = {Row.C3, Row.C4},
        controls = {"NIST 800-53 CP-2", "NIST 800-53 SC-6", "SOC 2 A1.1"},
        why = "Pods over a quota or a limit range are refused one by one, and the release that asked for them hangs.",
        remedy = "Raise the quota or the limit range, or let the containers ask for less.",
        snippet = "ResourceQuotaSpecArgs.builder().hard(Map.of(\"pods\", \"20\", \"limits.memory\", \"16Gi\"))")
public final class QuotaLetsWorkloadsStart implements RelationPolicy {
    private static final Property HARD = Property.of(ClusterObjects.QUOTA, "spec.hard");
    private static final Property RANGES = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits");
    private static final Property TYPE = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].type");
    private static final Property MAX = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].max");
    private static final Property MIN = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].min");
    private static final Property RATIO = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].maxLimitRequestRatio");
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
                        .flatMap(container -> read(container.get(asked).field(kind)).stream())
                        .reduce(Quantity.NONE, Quantity::plus);
                verdict = verdict.and(Verdict.require(
                                objects.quotas()
                                        .any(
                                                pod.namespace(),
                                                quota -> exceeds(
                                                        one.times(pods),
                                                        quota.get(HARD).field(bound)))
                                        .not(),
                                "asks for more than a ResourceQuota has: " + bound))
                        .and(Verdict.require(
                                objects.limitRanges()
                                        .any(pod.namespace(), range -> range.get(RANGES)
                                                .any(most -> forbids(most, "Pod", one, kind)))
                                        .not(),
                                "asks for more than a LimitRange lets a pod have: " + kind));
            }
        }
        for (Container container : pod.containers()) {
            for (String kind : List.of("cpu", "memory")) {
                Optional<Quantity> limit = read(container.get(ASKED.get(0)).field(kind));
                verdict = verdict.and(container.require(
                                limit.map(asked -> objects.limitRanges().any(pod.namespace(), range -> range.get(RANGES)
                                                .any(most -> forbids(most, "Container", asked, kind))))
                                        .orElse(Truth.FALSE)
                                        .not(),
                                "may ask for more than its LimitRange lets it: " + kind))
                        .and(container.require(
                                objects.limitRanges()
                                        .any(pod.namespace(), range -> range.get(RANGES)
                                                .any(bounds -> isUnder(container, bounds, kind)))
                                        .not(),
                                "asks for less than its LimitRange wants, or for too little of its limit: " + kind));
            }
        }
        return verdict;
    }

    private static Truth forbids(Value range, String type, Quantity asked, String kind) {
        return range.get(TYPE).is(type).and(() -> exceeds(asked, range.get(MAX).field(kind)));
    }

    private static Truth isUnder(Container container, Value bounds, String kind) {
        Optional<Quantity> limit = read(container.get(ASKED.get(0)).field(kind));
        Optional<Quantity> request = read(container.get(ASKED.get(1)).field(kind));
        Optional<Quantity> ratio = read(bounds.get(RATIO).field(kind));
        return bounds.get(TYPE)
                .is("Container")
                .and(() -> Truth.of(request.flatMap(asked ->
                                        read(bounds.get(MIN).field(kind)).filter(least -> least.exceeds(asked)))
                                .isPresent()
                        || limit.flatMap(most -> request.flatMap(
                                        asked -> ratio.filter(times -> most.exceeds(asked.times(times)))))
                                .isPresent()));
    }

    private static Truth exceeds(Quantity asked, Value most) {
        return Truth.of(read(most).filter(asked::exceeds).isPresent());
    }

    private static Optional<Quantity> read(Value quantity) {
        return quantity.text().flatMap(Quantity::read);
    }
}
