package dev.palisade.e2e.crosscheck;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Resources of a stack in Pulumi's format, their inputs plain: scanners know no secrets. */
final class Export {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Marks what Pulumi keeps apart: secrets and others. */
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    private final JsonNode resources;

    Export(String json) throws IOException {
        resources = JSON.readTree(json).at("/deployment/resources");
    }

    /** Those whose type begins so, without components. */
    List<JsonNode> resources(String prefix) {
        return StreamSupport.stream(resources.spliterator(), false)
                .filter(resource -> resource.path("custom").asBoolean())
                .filter(resource -> resource.path("type").asText().startsWith(prefix))
                .toList();
    }

    /** Replaces, in every resource of a type, what is at a JSON pointer in its inputs. */
    Export with(String type, String pointer, String json) throws IOException {
        var path = JsonPointer.compile(pointer);
        for (JsonNode resource : resources(type)) {
            ObjectNode holder = (ObjectNode) resource.path("inputs").at(path.head());
            holder.set(path.last().getMatchingProperty(), JSON.readTree(json));
        }
        return this;
    }

    static String name(JsonNode resource) {
        String urn = resource.path("urn").asText();
        return urn.substring(urn.lastIndexOf("::") + 2);
    }

    static JsonNode inputs(JsonNode resource) {
        return plain(resource.path("inputs"));
    }

    private static JsonNode plain(JsonNode value) {
        if (value.has(SIGNATURE)) {
            return JsonNodeFactory.instance.textNode("secret");
        }
        if (value.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(one -> array.add(plain(one)));
            return array;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (var field : value.properties()) {
                object.set(field.getKey(), plain(field.getValue()));
            }
            return object;
        }
        return value;
    }
}
