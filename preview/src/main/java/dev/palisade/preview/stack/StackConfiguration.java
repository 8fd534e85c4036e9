package dev.palisade.preview.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the engine hands to a program: names, and configuration as texts (structures as JSON).
 *
 * @param secretKeys keys whose values are secrets
 */
public record StackConfiguration(String project, String stack, Map<String, String> values, Set<String> secretKeys) {
    public StackConfiguration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secretKeys = Set.copyOf(secretKeys);
    }
}
