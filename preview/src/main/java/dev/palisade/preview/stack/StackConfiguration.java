package dev.palisade.preview.stack;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the engine hands to a program: names, and configuration as texts (structures as JSON).
 *
 * @param root the directory of Pulumi.yaml
 * @param secretKeys keys whose values are secrets
 */
public record StackConfiguration(
        Path root, String project, String stack, Map<String, String> values, Set<String> secretKeys) {
    public StackConfiguration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secretKeys = Set.copyOf(secretKeys);
    }
}
