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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a limit range gives where nothing is asked for is not judged: containers say what they need. */
@PolicyInfo(
        title = "Limit ranges let each workload of their namespace start",
        severity = Severity.MEDIUM,
        rows = {Row.C3, Row.C4},
        controls = {"NIST 800-53 CP-2", "NIST 800-53 SC-6", "SOC 2 A1.1"},
        why = "Pods that ask for more or less than a limit range allows are refused, and the release hangs.",
        remedy = "Widen the limit range, or let the containers ask for what it allows.",
        snippet = "LimitRangeItemArgs.builder().type(\"Container\").max(Map.of(\"memory\", \"1Gi\"))")
public final class LimitRangeAdmitsContainers implements RelationPolicy {
    private static final Property RANGES = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits");
    private static final Property TYPE = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].type");
    private static final Property MAX = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].max");
    private static final Property MIN = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].min");
    private static final Property RATIO = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].maxLimitRequestRatio");
    private static final Property LIMITS = Property.of(Workloads.POD, "spec.containers[].resources.limits");
    private static final Property REQUESTS = Property.of(Workloads.POD, "spec.containers[].resources.requests");

    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        PodSpec pod = PodSpec.of(workload);
        Ranges ranges = new Ranges(ClusterObjects.of(graph).limitRanges(), pod.namespace());
        Verdict verdict = Verdict.PASS;
        for (String kind : List.of("cpu", "memory")) {
            Quantity whole = pod.services().stream()
                    .flatMap(container -> Quantity.read(container.get(LIMITS).field(kind)).stream())
                    .reduce(Quantity.NONE, Quantity::plus);
            verdict = verdict.and(Verdict.require(
                    ranges.any("Pod", bounds -> Quantity.is(bounds.get(MAX).field(kind), whole::exceeds))
                            .not(),
                    "asks for more than a LimitRange lets a pod have: " + kind));
            for (Container container : pod.containers()) {
                verdict = verdict.and(judge(container, kind, ranges));
            }
        }
        return verdict;
    }

    private static Verdict judge(Container container, String kind, Ranges ranges) {
        Optional<Quantity> limit = Quantity.read(container.get(LIMITS).field(kind));
        Optional<Quantity> request = Quantity.read(container.get(REQUESTS).field(kind));
        return container
                .require(
                        ranges.any("Container", bounds -> Truth.of(limit.isPresent())
                                        .and(() ->
                                                Quantity.is(bounds.get(MAX).field(kind), limit.orElseThrow()::exceeds)))
                                .not(),
                        "may ask for more than its LimitRange lets it: " + kind)
                .and(container.require(
                        ranges.any("Container", bounds -> Truth.of(request.isPresent())
                                        .and(() -> Quantity.is(
                                                        bounds.get(MIN).field(kind),
                                                        least -> least.exceeds(request.orElseThrow()))
                                                .or(() -> Quantity.is(
                                                        bounds.get(RATIO).field(kind),
                                                        times -> limit.filter(most -> most.exceeds(request.orElseThrow()
                                                                        .times(times)))
                                                                .isPresent()))))
                                .not(),
                        "asks for less than its LimitRange wants, or for too little of its limit: " + kind));
    }

    /** The limit ranges of one namespace. */
    private record Ranges(InNamespace objects, String namespace) {
        Truth any(String type, Function<Value, Truth> test) {
            return objects.any(namespace, range -> range.get(RANGES)
                    .any(bounds -> bounds.get(TYPE).is(type).and(() -> test.apply(bounds))));
        }
    }
}
