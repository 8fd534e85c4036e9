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
import java.util.List;
import java.util.Optional;
import java.util.Set;

@PolicyInfo(
        title = "Every namespace with pods has a resource quota",
        severity = Severity.MEDIUM,
        rows = Row.C3,
        controls = {"NIST 800-53 SC-5", "NIST 800-53 SC-6", "SOC 2 A1.1", "CIS EKS 4.5.1"},
        why = "Without a quota one namespace can take the whole cluster, whatever single pods ask for.",
        remedy = "Add a ResourceQuota for pods, cpu and memory that allows no LoadBalancer.",
        snippet = "ResourceQuotaSpecArgs.builder().hard(Map.of(\"pods\", \"20\", \"limits.memory\", \"16Gi\"))")
public final class NamespaceIsBounded implements RelationPolicy {
    private static final List<String> BOUNDED =
            List.of("pods", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");
    private static final List<String> FORBIDDEN = List.of("services.loadbalancers", "services.nodeports");
    private static final Property HARD = Property.of(ClusterObjects.QUOTA, "spec.hard");
    private static final Property SCOPES = Property.of(ClusterObjects.QUOTA, "spec.scopes");
    private static final Property SCOPE_SELECTOR = Property.of(ClusterObjects.QUOTA, "spec.scopeSelector");
    private static final Quantity SANE_COUNT = Quantity.of(5_000);
    private static final Quantity SANE = Quantity.of("1Ti");

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
        ClusterObjects objects = ClusterObjects.of(graph);
        Verdict verdict = Verdict.PASS;
        for (String kind : BOUNDED) {
            verdict = verdict.and(Verdict.require(
                    objects.quotas().any(name.get(), quota -> isWhole(quota)
                            .and(() -> Quantity.is(
                                    quota.get(HARD).field(kind),
                                    most -> most.isPositiveUpTo(kind.endsWith("memory") ? SANE : SANE_COUNT)))),
                    "no ResourceQuota bounds " + kind));
        }
        for (String kind : FORBIDDEN) {
            verdict = verdict.and(Verdict.require(
                    objects.quotas()
                            .any(
                                    name.get(),
                                    quota -> Quantity.is(quota.get(HARD).field(kind), Quantity::isZero)),
                    "no ResourceQuota forbids " + kind));
        }
        return verdict;
    }

    /** A quota with a scope counts some pods alone. */
    private static Truth isWhole(Resource quota) {
        return quota.get(SCOPES)
                .hasItems()
                .or(quota.get(SCOPE_SELECTOR).isPresent())
                .not();
    }
}
