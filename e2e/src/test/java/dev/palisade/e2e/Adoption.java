package dev.palisade.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.palisade.e2e.standin.Cloud.Thing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What exists without the state's knowledge, as a file for {@code pulumi import}.
 *
 * <p>The engine forgets a creation that it got no answer to. {@code pulumi preview --import-file} writes down all that it
 * would create, without ids; what exists already gets its id, and the rest goes.
 */
final class Adoption {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Adoption() {}

    /** Leaves in the file what exists, with its ids, and the components around it. */
    static void fillIn(Path importFile, List<Thing> existing) throws IOException {
        var file = (ObjectNode) JSON.readTree(importFile.toFile());
        var ids = new HashMap<String, String>();
        existing.forEach(it -> ids.put(key(it.type(), name(it.urn())), it.id()));
        var components = new HashMap<String, JsonNode>();
        var wanted = new HashSet<String>();
        for (var resource : file.path("resources")) {
            if (resource.path("component").asBoolean()) {
                components.put(resource.path("name").asText(), resource);
            } else if (ids.containsKey(key(resource))) {
                around(resource, components, wanted);
            }
        }
        var kept = JSON.createArrayNode();
        for (var resource : file.path("resources")) {
            var id = ids.remove(key(resource));
            if (id != null) {
                kept.add(((ObjectNode) resource).put("id", id));
            } else if (wanted.contains(resource.path("name").asText())) {
                kept.add(resource);
            }
        }
        if (!ids.isEmpty()) {
            throw new IOException("the program does not make what exists: " + ids);
        }
        file.set("resources", kept);
        JSON.writeValue(importFile.toFile(), file);
    }

    private static void around(JsonNode resource, Map<String, JsonNode> components, Set<String> wanted) {
        var parent = components.get(resource.path("parent").asText());
        if (parent != null && wanted.add(parent.path("name").asText())) {
            around(parent, components, wanted);
        }
    }

    private static String key(JsonNode resource) {
        var name = resource.path("logicalName").asText();
        return key(
                resource.path("type").asText(),
                name.isEmpty() ? resource.path("name").asText() : name);
    }

    private static String key(String type, String name) {
        return type + "::" + name;
    }

    private static String name(String urn) {
        return urn.substring(urn.lastIndexOf("::") + 2);
    }
}
