package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

/** The objects that pods name: config maps, claims and classes. What is optional may be absent. */
final class NamedObjects {
    private static final String CLAIM = "kubernetes:core/v1:PersistentVolumeClaim";
    private static final String PRIORITY = "kubernetes:scheduling.k8s.io/v1:PriorityClass";
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].envFrom[].secretRef.name");
    private static final Property OPTIONAL =
            Property.of(Workloads.POD, "spec.containers[].envFrom[].secretRef.optional");
    private static final Property ENV_KEY =
            Property.of(Workloads.POD, "spec.containers[].env[].valueFrom.configMapKeyRef.key");
    private static final Property DATA = Property.of(ConfigMaps.TYPE, "data");

    private final InNamespace maps;
    private final InNamespace claims;
    private final Graph graph;

    NamedObjects(Graph graph) {
        this.graph = graph;
        maps = new InNamespace(graph, ConfigMaps.TYPE);
        claims = new InNamespace(graph, CLAIM);
    }

    /** Whether there is no reference at all, or one that may lead nowhere. */
    static Truth mayLack(Value reference) {
        return reference.isPresent().not().or(() -> reference.get(OPTIONAL).isTrue());
    }

    Truth hasClaim(String namespace, Value name) {
        return claims.named(namespace, name);
    }

    Truth hasMap(String namespace, Value reference) {
        return mayLack(reference)
                .or(() -> reference.get(NAME).is("kube-root-ca.crt"))
                .or(() -> maps.named(namespace, reference.get(NAME)));
    }

    Truth hasKey(String namespace, Value reference) {
        return mayLack(reference)
                .or(() -> maps.any(namespace, map -> Metadata.name(map)
                        .matches(name -> reference.get(NAME).is(name) == Truth.TRUE)
                        .and(() -> reference
                                .get(ENV_KEY)
                                .matches(key -> !map.get(DATA).field(key).isMissing()))));
    }

    Truth hasPriority(Value name) {
        Truth result = name.matches(text -> text.startsWith("system-"));
        for (Resource priority : graph.ofType(PRIORITY)) {
            result = result.or(name.text().map(Metadata.name(priority)::is).orElse(Truth.UNKNOWN));
        }
        return result;
    }
}
