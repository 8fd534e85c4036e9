package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
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
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Workloads, charts, Services and service accounts live in a namespace of the stack",
        severity = Severity.MEDIUM,
        rows = {Row.C2, Row.C9},
        controls = {
            "CIS EKS 4.5.1",
            "CIS EKS 4.5.2",
            "NIST 800-53 SC-2",
            "NIST 800-53 AC-4",
            "PCI DSS 2.2.3",
            "SOC 2 CC6.1"
        },
        why =
                "In the default namespace, or in one that nobody made, no quota, no network policy and no Pod Security profile holds.",
        remedy = "Make a Namespace in the program and name it in the object's metadata.",
        snippet = "ObjectMetaArgs.builder().namespace(ServiceSettings.NAMESPACE)")
public final class WorkloadHasItsOwnNamespace implements RelationPolicy {
    private static final Property RELEASE_NAMESPACE = Property.of(HelmRelease.TYPE, "namespace");
    private static final Set<String> TYPES = Stream.concat(
                    Workloads.TYPES.stream(),
                    Stream.of(ClusterObjects.SERVICE, ClusterObjects.SERVICE_ACCOUNT, HelmRelease.TYPE))
            .collect(Collectors.toUnmodifiableSet());

    private record Names(Set<String> known, boolean whole) {
        static Names of(Graph graph) {
            Set<String> known = new LinkedHashSet<>();
            boolean whole = true;
            for (Resource namespace : graph.ofType(ClusterObjects.NAMESPACE)) {
                Optional<String> name = Metadata.name(namespace).text();
                name.ifPresent(known::add);
                whole = whole && name.isPresent();
            }
            return new Names(known, whole);
        }
    }

    @Override
    public Set<String> types() {
        return Set.copyOf(TYPES);
    }

    @Override
    public Verdict check(Resource object, Graph graph) {
        String namespace = namespace(object);
        if (Metadata.UNKNOWN.equals(namespace)) {
            return Verdict.unknown("the namespace is not known yet");
        }
        boolean mayBeTheClusters = object.is(ClusterObjects.SERVICE_ACCOUNT) || object.is(HelmRelease.TYPE);
        if (mayBeTheClusters && "kube-system".equals(namespace)) {
            return Verdict.NOT_APPLICABLE;
        }
        Names names = graph.view(Names.class, Names::of);
        Truth own = names.known().contains(namespace) ? Truth.TRUE : names.whole() ? Truth.FALSE : Truth.UNKNOWN;
        return Verdict.require(own, "lives in the namespace " + namespace + ", which the stack does not make");
    }

    private static String namespace(Resource object) {
        if (!object.is(HelmRelease.TYPE)) {
            return Metadata.namespace(object);
        }
        Value namespace = object.get(RELEASE_NAMESPACE);
        return namespace.isMissing() ? "default" : namespace.text().orElse(Metadata.UNKNOWN);
    }
}
