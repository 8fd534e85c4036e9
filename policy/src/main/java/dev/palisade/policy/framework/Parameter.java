package dev.palisade.policy.framework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that a policy takes from {@code --policy-pack-config}.
 *
 * @param fallback what holds where none is given: a number, or a list of texts
 */
public record Parameter(String name, Kind kind, Object fallback, String description) {
    /** What can be given. */
    public enum Kind {
        NUMBER,
        TEXTS
    }

    public static Parameter number(String name, double fallback, String description) {
        return new Parameter(name, Kind.NUMBER, fallback, description);
    }

    public static Parameter texts(String name, List<String> fallback, String description) {
        return new Parameter(name, Kind.TEXTS, List.copyOf(fallback), description);
    }

    /** The JSON schema of the value. */
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", description);
        schema.put("default", fallback);
        if (kind == Kind.NUMBER) {
            schema.put("type", "number");
        } else {
            schema.put("type", "array");
            schema.put("items", Map.of("type", "string"));
        }
        return schema;
    }
}
