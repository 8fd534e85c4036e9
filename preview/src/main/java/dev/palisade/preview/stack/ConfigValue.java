package dev.palisade.preview.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a stack's configuration as the engine hands it over: a scalar as it is written ({@code 1.30} stays so), a
 * structure as JSON. Encrypted values can't be read without the stack's key: a synthetic text stands for each.
 */
record ConfigValue(String text, boolean isSecret) {
    private static final String SECURE = "secure";
    private static final String SYNTHETIC = "synthetic-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    static ConfigValue of(Node node) {
        if (node instanceof ScalarNode scalar) {
            return new ConfigValue(scalar.getValue(), false);
        } else if (isSecure(node)) {
            return new ConfigValue(SYNTHETIC, true);
        }
        try {
            return new ConfigValue(JSON.writeValueAsString(plain(node)), hasSecure(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSecure(Node node) {
        return node instanceof MappingNode mapping
                && mapping.getValue().size() == 1
                && SECURE.equals(key(mapping.getValue().get(0)));
    }

    private static boolean hasSecure(Node node) {
        return isSecure(node)
                || (node instanceof MappingNode mapping
                        && mapping.getValue().stream().anyMatch(tuple -> hasSecure(tuple.getValueNode())))
                || (node instanceof SequenceNode sequence
                        && sequence.getValue().stream().anyMatch(ConfigValue::hasSecure));
    }

    private static @Nullable Object plain(Node node) {
        if (isSecure(node)) {
            return SYNTHETIC;
        } else if (node instanceof MappingNode mapping) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            mapping.getValue().forEach(tuple -> map.put(key(tuple), plain(tuple.getValueNode())));
            return map;
        } else if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(ConfigValue::plain).toList();
        }
        return scalar((ScalarNode) node);
    }

    private static @Nullable Object scalar(ScalarNode node) {
        if (Tag.NULL.equals(node.getTag())) {
            return null;
        } else if (Tag.BOOL.equals(node.getTag())) {
            return Boolean.valueOf(node.getValue());
        } else if (Tag.INT.equals(node.getTag())) {
            return new java.math.BigInteger(node.getValue());
        } else if (Tag.FLOAT.equals(node.getTag())) {
            return Double.valueOf(node.getValue());
        }
        return node.getValue();
    }

    private static String key(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }
}
