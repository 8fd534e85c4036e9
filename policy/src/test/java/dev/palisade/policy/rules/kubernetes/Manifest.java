package dev.palisade.policy.rules.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.palisade.policy.graph.Signatures;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a cluster as YAML, to be changed in single places: {@code spec.containers[0].image}. */
final class Manifest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final String type;
    private final String name;
    private final Map<String, Object> content;

    private Manifest(String type, String name, Map<String, Object> content) {
        this.type = type;
        this.name = name;
        this.content = content;
    }

    static Manifest of(String type, String name, String yaml) {
        return new Manifest(type, name, read(yaml));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String yaml) {
        try {
            return YAML.readValue(yaml, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    Manifest with(String path, @Nullable Object value) {
        change(content, List.of(path.split("\\.")), value);
        return this;
    }

    Manifest without(String path) {
        change(content, List.of(path.split("\\.")), null);
        return this;
    }

    Manifest unknown(String path) {
        return with(path, Signatures.UNKNOWN);
    }

    /** The value as YAML. */
    Manifest yaml(String path, String yaml) {
        return with(path, read("value: " + yaml).get("value"));
    }

    @SuppressWarnings("unchecked")
    private static void change(Map<String, Object> object, List<String> path, @Nullable Object value) {
        String segment = path.get(0);
        String key = segment.replaceAll("\\[.*", "").replace('~', '.');
        List<String> rest = path.subList(1, path.size());
        if (segment.endsWith("]")) {
            int index = Integer.parseInt(segment.substring(segment.indexOf('[') + 1, segment.length() - 1));
            List<Object> list = (List<Object>) object.computeIfAbsent(key, absent -> new ArrayList<>());
            while (list.size() <= index) {
                list.add(new LinkedHashMap<String, Object>());
            }
            if (rest.isEmpty()) {
                list.set(index, value);
            } else {
                change((Map<String, Object>) list.get(index), rest, value);
            }
        } else if (rest.isEmpty()) {
            if (value == null) {
                object.remove(key);
            } else {
                object.put(key, value);
            }
        } else {
            change((Map<String, Object>) object.computeIfAbsent(key, absent -> new LinkedHashMap<>()), rest, value);
        }
    }

    ResourceBuilder resource() {
        ResourceBuilder builder = ResourceBuilder.resource(type, name);
        content.forEach(builder::set);
        return builder;
    }

    StackBuilder alone() {
        return StackBuilder.stack(resource());
    }
}
