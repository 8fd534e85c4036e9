package dev.palisade.preview.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** One of Pulumi's YAML files: a mapping at the top. */
final class YamlFile {
    private final Path path;
    private final Map<String, Node> entries;

    private YamlFile(Path path, Map<String, Node> entries) {
        this.path = path;
        this.entries = entries;
    }

    static YamlFile read(Path path) throws BadInput {
        try (Reader reader = Files.newBufferedReader(path)) {
            var root = compose(reader);
            return new YamlFile(path, root == null ? Map.of() : entries(path, "the file", root));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new BadInput(
                    "%s:%d: not YAML: %s".formatted(path.getFileName(), mark.getLine() + 1, e.getProblem()), e);
        } catch (YAMLException e) {
            throw new BadInput("%s: not YAML: %s".formatted(path.getFileName(), firstLine(e)), e);
        } catch (IOException e) {
            throw new BadInput("%s can't be read: check that it exists and is yours".formatted(path), e);
        }
    }

    /** As {@code Yaml} does it, which would also make what turns nodes into objects, and for that load Java's logging. */
    private static @Nullable Node compose(Reader reader) {
        var options = new LoaderOptions();
        return new Composer(new ParserImpl(new StreamReader(reader), options), new Resolver(), options).getSingleNode();
    }

    /** The mapping under a key, in the order of the file; empty where the key is absent. */
    Map<String, Node> mapping(String key) throws BadInput {
        var node = entries.get(key);
        return node == null || isNull(node) ? Map.of() : entries(path, key, node);
    }

    String text(String key) throws BadInput {
        if (entries.get(key) instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new BadInput("%s: %s is missing: give it a text".formatted(path.getFileName(), key));
    }

    private static Map<String, Node> entries(Path path, String place, Node node) throws BadInput {
        if (!(node instanceof MappingNode mapping)) {
            throw new BadInput("%s:%d: %s must be a mapping of keys to values"
                    .formatted(path.getFileName(), node.getStartMark().getLine() + 1, place));
        }
        var entries = new LinkedHashMap<String, Node>();
        mapping.getValue()
                .forEach(tuple -> entries.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode()));
        return entries;
    }

    private static boolean isNull(Node node) {
        return org.yaml.snakeyaml.nodes.Tag.NULL.equals(node.getTag());
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
