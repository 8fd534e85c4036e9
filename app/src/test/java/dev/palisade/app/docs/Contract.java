package dev.palisade.app.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The OpenAPI document, as tests read it. */
final class Contract {
    private final JsonNode document;

    Contract() {
        try (var stream = Contract.class.getResourceAsStream("/openapi.yaml")) {
            document = new YAMLMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All operations, such as {@code GET /api/data}. */
    Set<String> operations() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
    }

    /** The operations that need no token. */
    Set<String> open() {
        return operations().stream()
                .filter(operation -> {
                    var parts = operation.split(" ", 2);
                    var node = document.get("paths").get(parts[1]).get(parts[0].toLowerCase(java.util.Locale.ROOT));
                    return node.has("security") && node.get("security").isEmpty();
                })
                .collect(Collectors.toSet());
    }

    /** What in the value breaks the named schema. */
    Set<String> violations(String schema, JsonNode value) {
        return schema(schema).validate(value).stream()
                .map(message -> message.getInstanceLocation() + " " + message.getMessage())
                .collect(Collectors.toSet());
    }

    private JsonSchema schema(String name) {
        ObjectNode root = document.deepCopy();
        root.put("$ref", "#/components/schemas/" + name);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }
}
