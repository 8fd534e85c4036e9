package dev.palisade.policy.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a graph from Pulumi's deployment JSON: what {@code pulumi stack export} prints and a preview writes. */
public final class Deployment {
    /** What the parser says of its own settings. */
    private static final Pattern REMARKS = Pattern.compile(
            " \\((start marker|of type|bound as|not recognized)[^)]*\\).*|(, from|: enable) `?(StreamRead|JsonRead).*");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Components are in one another, some levels deep. */
    private static final int MOST_ANCESTORS = 100;

    /** The newest version of the form that this reads, which Pulumi writes where a stack needs it. */
    private static final int VERSION = 4;

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
            // Left over from an interrupted replacement: on its way out beside its successor, or gone before there is
            // one.
            if (!Boolean.TRUE.equals(resource.get("delete"))
                    && !Boolean.TRUE.equals(resource.get("pendingReplacement"))) {
                read.add(resource(resource, place));
            }
        }
        lineage(read);
        try {
            return new Graph(read);
        } catch (IllegalArgumentException duplicated) {
            throw new MalformedException("deployment.resources: " + duplicated.getMessage(), duplicated);
        }
    }

    /** What walks up or down the tree of a stack may rely on its end. */
    private static void lineage(List<Resource> resources) throws MalformedException {
        Map<String, String> parents = new HashMap<>();
        for (Resource resource : resources) {
            if (resource.parent() != null) {
                parents.put(resource.urn(), resource.parent());
            }
        }
        for (Map.Entry<String, String> child : parents.entrySet()) {
            int ancestors = 0;
            String parent = child.getValue();
            while (parent != null) {
                ancestors++;
                if (ancestors > MOST_ANCESTORS) {
                    throw new MalformedException("deployment.resources: " + child.getKey() + " has more than "
                            + MOST_ANCESTORS + " ancestors, or is its own: parent");
                }
                parent = parents.get(parent);
            }
        }
    }

    /** An empty stack's export has no list at all. */
    private static List<?> resources(Map<?, ?> document) throws MalformedException {
        if (!(document.get("deployment") instanceof Map<?, ?> deployment)) {
            throw new MalformedException("no \"deployment\" at the top: not what `pulumi stack export` prints");
        }
        if (document.get("version") instanceof Number version && version.intValue() > VERSION) {
            throw new MalformedException("version " + version + ": the newest that is known is " + VERSION);
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
                    "not JSON: " + REMARKS.matcher(e.getOriginalMessage()).replaceAll("") + " at line "
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
                parent(json, place),
                Boolean.TRUE.equals(json.get("custom")),
                text(json, "id"),
                fields(json, "inputs", place),
                fields(json, "outputs", place),
                new LinkedHashSet<>(texts(json, "dependencies", place)),
                dependencies(json, place),
                text(json, "provider"),
                new Options(
                        Boolean.TRUE.equals(json.get("protect")),
                        Boolean.TRUE.equals(json.get("retainOnDelete")),
                        Boolean.TRUE.equals(json.get("external")),
                        texts(json, "ignoreChanges", place),
                        texts(json, "additionalSecretOutputs", place)));
    }

    private static @Nullable String parent(Map<?, ?> json, String place) throws MalformedException {
        if (json.get("parent") != null && !(json.get("parent") instanceof String)) {
            throw new MalformedException(place + ".parent is no text");
        }
        return text(json, "parent");
    }

    private static @Nullable String text(Map<?, ?> json, String key) {
        return json.get(key) instanceof String text && !text.isEmpty() ? text : null;
    }

    private static Value.Fields fields(Map<?, ?> json, String key, String place) throws MalformedException {
        Value value = Values.ofJson(json.get(key)).open();
        if (value instanceof Value.Fields fields) {
            return fields;
        }
        if (value.isMissing()) {
            return new Value.Fields(Map.of());
        }
        throw new MalformedException(place + "." + key + " is not an object");
    }

    private static List<String> texts(Map<?, ?> json, String key, String place) throws MalformedException {
        Object list = json.get(key);
        if (list == null) {
            return List.of();
        }
        if (list instanceof List<?> items && items.stream().allMatch(String.class::isInstance)) {
            return items.stream().map(String.class::cast).toList();
        }
        throw new MalformedException(place + "." + key + " is not a list of texts");
    }

    private static Map<String, Set<String>> dependencies(Map<?, ?> json, String place) throws MalformedException {
        Object properties = json.get("propertyDependencies");
        if (properties == null) {
            return Map.of();
        }
        if (!(properties instanceof Map<?, ?> map)) {
            throw new MalformedException(place + ".propertyDependencies is not an object");
        }
        Map<String, Set<String>> dependencies = new LinkedHashMap<>();
        for (Object key : map.keySet()) {
            String property = String.valueOf(key);
            dependencies.put(property, new LinkedHashSet<>(texts(map, property, place + ".propertyDependencies")));
        }
        return dependencies;
    }
}
