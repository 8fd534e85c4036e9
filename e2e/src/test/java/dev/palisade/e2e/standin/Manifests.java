package dev.palisade.e2e.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import dev.palisade.e2e.standin.ApiServer.Name;
import dev.palisade.preview.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Kubernetes objects as Pulumi's properties and as JSON. */
final class Manifests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Manifests() {}

    /** The object as the API server wants it: whole numbers without a point, secrets in plain text. */
    static String write(Struct properties) {
        return tree(Wire.struct(properties)).toString();
    }

    /** The object as the engine wants it, without what the API server notes for itself. */
    static Struct read(String object) {
        try {
            var tree = JSON.readTree(object);
            if (tree.path("metadata") instanceof com.fasterxml.jackson.databind.node.ObjectNode metadata) {
                metadata.remove("managedFields");
            }
            var properties = Struct.newBuilder();
            JsonFormat.parser().merge(tree.toString(), properties);
            return properties.build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an object: " + object, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which object it is. */
    static Name name(Struct object) {
        var metadata = Wire.reveal(object.getFieldsOrDefault("metadata", Value.getDefaultInstance()))
                .getStructValue();
        return new Name(
                text(object, "apiVersion"), text(object, "kind"), text(metadata, "namespace"), text(metadata, "name"));
    }

    private static String text(Struct of, String field) {
        return Wire.reveal(of.getFieldsOrDefault(field, Value.getDefaultInstance()))
                .getStringValue();
    }

    private static JsonNode tree(Value marked) {
        var value = Wire.reveal(marked);
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> {
                var object = NODES.objectNode();
                value.getStructValue().getFieldsMap().forEach((key, field) -> object.set(key, tree(field)));
                yield object;
            }
            case LIST_VALUE -> {
                var array = NODES.arrayNode();
                value.getListValue().getValuesList().forEach(it -> array.add(tree(it)));
                yield array;
            }
            case NUMBER_VALUE -> number(value.getNumberValue());
            case BOOL_VALUE -> NODES.booleanNode(value.getBoolValue());
            case STRING_VALUE -> NODES.textNode(value.getStringValue());
            case NULL_VALUE, KIND_NOT_SET -> NODES.nullNode();
        };
    }

    private static JsonNode number(double number) {
        return number == Math.rint(number) ? NODES.numberNode((long) number) : NODES.numberNode(number);
    }
}
