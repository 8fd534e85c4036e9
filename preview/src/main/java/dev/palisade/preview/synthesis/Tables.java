package dev.palisade.preview.synthesis;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The synthesis tables: one YAML file an area, one entry a resource type. */
final class Tables {
    private static final List<String> FILES = List.of(
            "aws-ec2.yaml",
            "aws-identity.yaml",
            "aws-eks.yaml",
            "aws-edge.yaml",
            "aws-observability.yaml",
            "aws-storage.yaml",
            "docker.yaml",
            "kubernetes.yaml");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Tables() {}

    static Map<String, Shape> load() {
        var rows = new HashMap<String, Map<String, Object>>();
        for (var file : FILES) {
            read(file).forEach((type, row) -> {
                if (rows.put(type, row) != null) {
                    throw new IllegalStateException(type + " stands twice in the synthesis tables");
                }
            });
        }
        var shapes = new HashMap<String, Shape>();
        rows.forEach((type, row) -> shapes.put(type, shape(named(row, rows).orElse(row))));
        return Map.copyOf(shapes);
    }

    /** The row of the type that this one is like. */
    private static Optional<Map<String, Object>> named(Map<String, Object> row, Map<String, Map<String, Object>> rows) {
        return Optional.ofNullable(row.get("like"))
                .map(type -> Objects.requireNonNull(rows.get(String.valueOf(type)), () -> "no row is " + type));
    }

    private static Shape shape(Map<String, Object> row) {
        var outputs = new HashMap<String, Object>();
        if (row.get("outputs") instanceof Map<?, ?> computed) {
            computed.forEach((name, template) -> outputs.put(String.valueOf(name), template));
        }
        return new Shape(
                String.valueOf(row.getOrDefault("autoname", "")),
                String.valueOf(row.getOrDefault("autonamePrefix", "")),
                String.valueOf(row.get("id")),
                Map.copyOf(outputs));
    }

    private static Map<String, Map<String, Object>> read(String file) {
        try (InputStream yaml = Objects.requireNonNull(Tables.class.getResourceAsStream(file), file)) {
            return YAML.readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
