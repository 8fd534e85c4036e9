package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The config maps of the stack, found once for a graph. */
record ConfigMaps(InNamespace all) {
    static final String TYPE = "kubernetes:core/v1:ConfigMap";
    private static final Property DATA = Property.of(TYPE, "data");
    private static final Property MAP = Property.of(Workloads.POD, "spec.containers[].envFrom[].configMapRef");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].envFrom[].configMapRef.name");
    private static final Property PREFIX = Property.of(Workloads.POD, "spec.containers[].envFrom[].prefix");

    static ConfigMaps of(Graph graph) {
        return graph.view(ConfigMaps.class, whole -> new ConfigMaps(new InNamespace(whole, TYPE)));
    }

    /** The variables that a source of {@code envFrom} gives; empty where they do not stand in one map of the stack. */
    Optional<Map<String, Value>> variables(String namespace, Value source) {
        Value name = source.get(MAP).get(NAME);
        List<Resource> named = new ArrayList<>();
        Truth isThere = all.any(namespace, map -> {
            Truth same = name.text().map(Metadata.name(map)::is).orElse(Truth.UNKNOWN);
            if (same != Truth.FALSE) {
                named.add(map);
            }
            return same;
        });
        if (isThere != Truth.TRUE || named.size() != 1 || named.get(0).get(DATA).isUnknown()) {
            return Optional.empty();
        }
        Map<String, Value> variables = new LinkedHashMap<>();
        String prefix = source.get(PREFIX).text().orElse("");
        named.get(0).get(DATA).fields().forEach((key, value) -> variables.put(prefix + key, value));
        return source.get(PREFIX).isUnknown() ? Optional.empty() : Optional.of(variables);
    }
}
