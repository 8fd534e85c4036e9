package dev.palisade.preview.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** {@code Pulumi.yaml} and the {@code Pulumi.<stack>.yaml} beside it. */
public final class ProjectFiles {
    private final Path directory;

    public ProjectFiles(Path directory) {
        this.directory = directory;
    }

    /** The stacks that have a file, in alphabetical order. */
    public List<String> stacks() {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("Pulumi\\..+\\.yaml"))
                    .map(name -> name.substring("Pulumi.".length(), name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The configuration that the engine would hand to the program.
     *
     * @throws BadInput if the stack is not one of {@link #stacks} or a file is not what Pulumi expects
     */
    public StackConfiguration configuration(String stack) throws BadInput {
        if (!stacks().contains(stack)) {
            throw new BadInput("There is no stack %s: give one of %s, or write Pulumi.%s.yaml"
                    .formatted(stack, String.join(", ", stacks()), stack));
        }
        var project = YamlFile.read(directory.resolve("Pulumi.yaml"));
        var name = project.text("name");
        var values = new LinkedHashMap<String, String>();
        var secretKeys = new LinkedHashSet<String>();
        for (var entry : project.mapping("config").entrySet()) {
            var fallback = projectWide(entry.getValue());
            if (fallback != null) {
                add(name, entry.getKey(), fallback, values, secretKeys);
            }
        }
        var own = YamlFile.read(directory.resolve("Pulumi." + stack + ".yaml"));
        for (var entry : own.mapping("config").entrySet()) {
            add(name, entry.getKey(), entry.getValue(), values, secretKeys);
        }
        return new StackConfiguration(directory, name, stack, values, secretKeys);
    }

    /** A key of Pulumi.yaml is a plain value, or a declaration with a {@code value} or a {@code default}. */
    private static @org.jspecify.annotations.Nullable Node projectWide(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return node;
        }
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && Set.of("value", "default").contains(key.getValue()))
                .map(org.yaml.snakeyaml.nodes.NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static void add(String project, String key, Node node, Map<String, String> values, Set<String> secretKeys) {
        var qualified = key.contains(":") ? key : project + ":" + key;
        var value = ConfigValue.of(node);
        values.put(qualified, value.text());
        secretKeys.remove(qualified);
        if (value.isSecret()) {
            secretKeys.add(qualified);
        }
    }
}
