package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The objects of one kind, by namespace. */
final class InNamespace {
    private final Map<String, List<Resource>> objects = new HashMap<>();

    /** Those of the types. */
    InNamespace(Graph graph, String... types) {
        for (Resource object : graph.ofType(types)) {
            objects.computeIfAbsent(Metadata.namespace(object), key -> new ArrayList<>())
                    .add(object);
        }
    }

    /** Whether one of the namespace passes the test; unknown where it may be one whose namespace is not known. */
    Truth any(String namespace, Function<Resource, Truth> test) {
        Truth result = Truth.FALSE;
        for (Resource object : objects.getOrDefault(namespace, List.of())) {
            result = result.or(test.apply(object));
        }
        for (Resource object : objects.getOrDefault(Metadata.UNKNOWN, List.of())) {
            result = result.or(test.apply(object).and(Truth.UNKNOWN));
        }
        return result;
    }

    /** Whether one of the namespace has this name. */
    Truth named(String namespace, Value name) {
        return any(namespace, object -> name.text()
                .map(text -> Metadata.name(object).is(text))
                .orElse(name.isMissing() ? Truth.FALSE : Truth.UNKNOWN));
    }
}
