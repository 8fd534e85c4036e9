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

@PolicyInfo(
        title = "Every namespace with pods gives containers limits by default, and a most",
        severity = Severity.MEDIUM,
        rows = Row.C3,
        controls = {"NIST 800-53 SC-5", "NIST 800-53 SC-6", "SOC 2 A1.1", "CIS EKS 4.5.1"},
        why = "A container that says nothing, or asks for everything, takes its neighbours' share.",
        remedy = "Add a LimitRange for containers with max, and defaults that are at most that.",
        snippet = "LimitRangeItemArgs.builder().type(\"Container\").max(Map.of(\"cpu\", \"2\", \"memory\", \"1Gi\"))")
public final class NamespaceGivesLimits implements RelationPolicy {
    private static final List<String> KINDS = List.of("cpu", "memory");
    private static final Quantity SANE_CPU = Quantity.of(1_000);
    private static final Quantity SANE_MEMORY = Quantity.of("256Gi");
    private static final Property LIMITS = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits");
    private static final Property TYPE = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].type");
    private static final Property MAX = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].max");
    private static final Property DEFAULT = Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].default");
    private static final Property DEFAULT_REQUEST =
            Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits[].defaultRequest");

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NAMESPACE);
    }

    @Override
    public Verdict check(Resource namespace, Graph graph) {
        Optional<String> name = Metadata.name(namespace).text();
        if (name.isEmpty()) {
            return Verdict.unknown("the namespace's name is not known yet");
        }
        if (!Pods.of(graph).mayHaveAny(name.get())) {
            return Verdict.NOT_APPLICABLE;
        }
        InNamespace ranges = ClusterObjects.of(graph).limitRanges();
        return Verdict.require(
                        ranges.any(name.get(), range -> range.get(LIMITS).any(NamespaceGivesLimits::isMost)),
                        "no LimitRange says how much one container may ask for: max")
                .and(Verdict.require(
                        ranges.any(name.get(), range -> range.get(LIMITS).any(NamespaceGivesLimits::isDefault)),
                        "no LimitRange gives containers default limits and requests"));
    }

    /** What a container may ask for itself: bounded, and not by nothing. */
    private static Truth isMost(Value limit) {
        Truth result = limit.get(TYPE).is("Container");
        for (String kind : KINDS) {
            result = result.and(Quantity.is(
                    limit.get(MAX).field(kind),
                    most -> most.isPositiveUpTo("memory".equals(kind) ? SANE_MEMORY : SANE_CPU)));
        }
        return result;
    }

    /** What Kubernetes takes: requests at most the limits, and these at most the most. */
    private static Truth isDefault(Value limit) {
        Truth result = limit.get(TYPE).is("Container");
        for (String kind : KINDS) {
            result = result.and(Quantity.atMost(
                            limit.get(DEFAULT).field(kind), limit.get(MAX).field(kind)))
                    .and(Quantity.atMost(
                            limit.get(DEFAULT_REQUEST).field(kind),
                            limit.get(DEFAULT).field(kind)))
                    .and(Quantity.is(limit.get(DEFAULT_REQUEST).field(kind), Quantity::isPositive));
        }
        return result;
    }
}
