package dev.palisade.policy.flow;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads declared flows from YAML: a list of mappings. */
final class FlowReader {
    private static final Set<String> FIELDS =
            Set.of("name", "kind", "from", "to", "ports", "unless", "except", "reason");
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private FlowReader() {}

    /**
     * Reads the flows.
     *
     * @throws IllegalArgumentException if one is malformed, by its name
     */
    static List<DeclaredFlow> read(String yaml) {
        List<DeclaredFlow> flows = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try {
            for (JsonNode node : YAML.readTree(yaml)) {
                DeclaredFlow flow = flow(node);
                if (!names.add(flow.name())) {
                    throw new IllegalArgumentException("flow \"" + flow.name() + "\" is declared twice");
                }
                flows.add(flow);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (DeclaredFlow flow : flows) {
            if (!names.containsAll(flow.except())) {
                throw new IllegalArgumentException(
                        "flow \"" + flow.name() + "\" excepts a flow that is not declared: " + flow.except());
            }
        }
        return List.copyOf(flows);
    }

    private static DeclaredFlow flow(JsonNode node) {
        String name = text(node, "name", "?");
        node.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("flow \"" + name + "\" has an unknown field \"" + field + "\"");
            }
        });
        List<String> except = new ArrayList<>();
        node.path("except").forEach(one -> except.add(one.asText()));
        String unless = node.path("unless").asText("");
        if (!unless.isEmpty() && !"waf".equals(unless)) {
            throw new IllegalArgumentException("flow \"" + name + "\" has an unless that is not \"waf\"");
        }
        DeclaredFlow.Kind kind =
                DeclaredFlow.Kind.valueOf(text(node, "kind", name).toUpperCase(Locale.ROOT));
        return new DeclaredFlow(
                name,
                kind,
                names(text(node, "from", name)),
                names(text(node, "to", name)),
                PortSet.parse(text(node, "ports", name)),
                !unless.isEmpty(),
                except,
                text(node, "reason", name));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static String text(JsonNode node, String field, String name) {
        String text = node.path(field).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException("flow \"" + name + "\" lacks its " + field);
        }
        return text.strip();
    }
}
