package dev.palisade.policy.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a graph from Pulumi's deployment JSON: what {@code pulumi stack export} prints and a preview writes. */
public final class Deployment {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Deployment() {}

    /** The text is not a deployment; the message names the place. */
    public static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }

        MalformedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Reads a deployment.
     *
     * @throws MalformedException if the text is not JSON, or not a deployment
     */
    public static Graph read(String json) throws MalformedException {
        List<Resource> read = new ArrayList<>();
        List<?> entries = resources(document(json));
        for (int i = 0; i < entries.size(); i++) {
            String place = "deployment.resources[" + i + "]";
            if (!(entries.get(i) instanceof Map<?, ?> resource)) {
                throw new MalformedException(place + " is not an object");
            }
            // Left over from an interrupted replacement: on its way out, its successor stands beside it.
            if (!Boolean.TRUE.equals(resource.get("delete"))) {
                read.add(resource(resource, place));
            }
        }
        try {
            return new Graph(read);
        } catch (IllegalArgumentException duplicated) {
            throw new MalformedException("deployment.resources: " + duplicated.getMessage(), duplicated);
        }
    }

    /** An empty stack's export has no list at all. */
    private static List<?> resources(Map<?, ?> document) throws MalformedException {
        if (!(document.get("deployment") instanceof Map<?, ?> deployment)) {
            throw new MalformedException("no \"deployment\" at the top: not what `pulumi stack export` prints");
        }
        Object resources = deployment.get("resources");
        if (resources instanceof List<?> list) {
            return list;
        }
        if (resources == null) {
            return List.of();
        }
        throw new MalformedException("deployment.resources is not a list");
    }

    private static Map<?, ?> document(String json) throws MalformedException {
        try {
            if (JSON.readValue(json, Object.class) instanceof Map<?, ?> document) {
                return document;
            }
            throw new MalformedException("not a JSON object");
        } catch (JsonProcessingException e) {
            throw new MalformedException(
                    "not JSON: " + e.getOriginalMessage() + " at line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        }
    }

    private static Resource resource(Map<?, ?> json, String place) throws MalformedException {
        String urn = text(json, "urn");
        if (urn == null) {
            throw new MalformedException(place + " has no urn");
        }
        Urn parts;
        try {
            parts = Urn.parse(urn);
        } catch (IllegalArgumentException notUrn) {
            throw new MalformedException(place + ".urn: " + notUrn.getMessage(), notUrn);
        }
        String type = text(json, "type");
        return new Resource(
                urn,
                type == null ? parts.type() : type,
                parts.name(),
                text(json, "parent"),
                Boolean.TRUE.equals(json.get("custom")),
                text(json, "id"),
                fields(json.get("inputs")),
                fields(json.get("outputs")),
                new LinkedHashSet<>(texts(json.get("dependencies"))),
                dependencies(json.get("propertyDependencies")),
                text(json, "provider"),
                new Options(
                        Boolean.TRUE.equals(json.get("protect")),
                        Boolean.TRUE.equals(json.get("retainOnDelete")),
                        texts(json.get("ignoreChanges")),
                        texts(json.get("additionalSecretOutputs"))));
    }

    private static @Nullable String text(Map<?, ?> json, String key) {
        return json.get(key) instanceof String text && !text.isEmpty() ? text : null;
    }

    private static Value.Fields fields(@Nullable Object json) {
        return Values.ofJson(json) instanceof Value.Fields fields ? fields : new Value.Fields(Map.of());
    }

    private static List<String> texts(@Nullable Object json) {
        return json instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static Map<String, Set<String>> dependencies(@Nullable Object json) {
        Map<String, Set<String>> dependencies = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, urns) -> dependencies.put(String.valueOf(key), new LinkedHashSet<>(texts(urns))));
        }
        return dependencies;
    }
}
