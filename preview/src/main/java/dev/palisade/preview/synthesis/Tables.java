package dev.palisade.preview.synthesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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

    private Tables() {}

    static Map<String, Shape> load() {
        var shapes = new HashMap<String, Shape>();
        for (var file : FILES) {
            read(file).forEach((type, row) -> {
                if (shapes.put(type, shape(row)) != null) {
                    throw new IllegalStateException(type + " stands twice in the synthesis tables");
                }
            });
        }
        return Map.copyOf(shapes);
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
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
