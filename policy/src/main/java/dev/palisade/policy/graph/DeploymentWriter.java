package dev.palisade.policy.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a graph as Pulumi's deployment JSON, version 3. A secret's value is left out, as an export's is encrypted. What
 * has no order of its own is sorted, so that two runs differ in their time only.
 */
public final class DeploymentWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeploymentWriter() {}

    /** The deployment as indented JSON. */
    public static String write(Graph graph, Instant time) {
        Map<String, Object> deployment = new LinkedHashMap<>();
        deployment.put("manifest", new TreeMap<>(Map.of("time", time.toString(), "magic", "", "version", "")));
        deployment.put(
                "resources",
                graph.resources().stream().map(DeploymentWriter::resource).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", 3);
        document.put("deployment", deployment);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts can always be written", e);
        }
    }

    private static Map<String, Object> resource(Resource resource) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("urn", resource.urn());
        json.put("custom", resource.custom());
        put(json, "id", resource.id());
        json.put("type", resource.type());
        put(json, "inputs", json(resource.inputs()));
        put(json, "outputs", json(added(resource.inputs(), resource.outputs())));
        put(json, "parent", resource.parent());
        put(json, "protect", resource.options().protect() ? true : null);
        put(json, "external", resource.options().external() ? true : null);
        put(json, "retainOnDelete", resource.options().retainOnDelete() ? true : null);
        put(json, "dependencies", resource.dependencies().stream().sorted().toList());
        Map<String, Object> properties = new TreeMap<>();
        resource.propertyDependencies()
                .forEach((key, urns) ->
                        properties.put(key, urns.stream().sorted().toList()));
        put(json, "propertyDependencies", properties);
        put(json, "provider", resource.provider());
        put(json, "additionalSecretOutputs", resource.options().additionalSecretOutputs());
        put(json, "ignoreChanges", resource.options().ignoreChanges());
        return json;
    }

    /** What the answer adds to what was asked for: said once, a change of it is made, and seen, in one place. */
    private static Value added(Value asked, Value answered) {
        if (!(asked instanceof Value.Fields inputs) || !(answered instanceof Value.Fields outputs)) {
            return answered;
        }
        Map<String, Value> added = new LinkedHashMap<>();
        outputs.values().forEach((key, value) -> {
            if (!value.equals(inputs.field(key))) {
                added.put(key, added(inputs.field(key), value));
            }
        });
        return new Value.Fields(added);
    }

    private static void put(Map<String, Object> json, String key, @Nullable Object value) {
        boolean empty = value == null
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
        if (!empty) {
            json.put(key, value);
        }
    }

    private static @Nullable Object json(Value value) {
        if (value instanceof Value.Secret) {
            return new TreeMap<>(Map.of(Signatures.KEY, Signatures.SECRET, "ciphertext", ""));
        }
        if (value instanceof Value.Fields fields) {
            Map<String, @Nullable Object> json = new TreeMap<>();
            fields.values().forEach((key, field) -> json.put(key, json(field)));
            return json;
        }
        if (value instanceof Value.Items items) {
            List<@Nullable Object> json = new ArrayList<>();
            items.values().forEach(item -> json.add(json(item)));
            return json;
        }
        if (value instanceof Value.Unknown) {
            return Signatures.UNKNOWN;
        }
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        if (value instanceof Value.Num number) {
            return number.value() == Math.rint(number.value())
                    ? (Object) (long) number.value()
                    : (Object) number.value();
        }
        return value.text().orElse(null);
    }
}
