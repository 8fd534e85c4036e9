package dev.palisade.policy.graph;

import com.google.protobuf.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads property values from Pulumi's wire format (protobuf) and from its JSON, which mark special values alike. */
public final class Values {
    /** What the engine writes for an unknown value of each type that is not a text. */
    private static final List<String> UNKNOWNS = List.of(
            Signatures.UNKNOWN,
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    private Values() {}

    /** The properties in a message of the engine's protocol. */
    public static Value.Fields of(Struct struct) {
        return fields(struct.getFieldsMap(), Values::ofProtobuf);
    }

    /** A value as a JSON parser gives it: maps, lists, texts, numbers, booleans and null. */
    public static Value ofJson(@Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            Map<String, Value> fields = new LinkedHashMap<>();
            map.forEach((key, value) -> fields.put(String.valueOf(key), ofJson(value)));
            return special(new Value.Fields(fields));
        }
        if (json instanceof List<?> list) {
            List<Value> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(ofJson(item)));
            return new Value.Items(items);
        }
        if (json instanceof String text) {
            return text(text);
        }
        if (json instanceof Number number) {
            return new Value.Num(number.doubleValue());
        }
        return json instanceof Boolean bool ? new Value.Bool(bool) : Value.missing();
    }

    private static Value ofProtobuf(com.google.protobuf.Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> special(of(value.getStructValue()));
            case LIST_VALUE ->
                new Value.Items(value.getListValue().getValuesList().stream()
                        .map(Values::ofProtobuf)
                        .toList());
            case STRING_VALUE -> text(value.getStringValue());
            case NUMBER_VALUE -> new Value.Num(value.getNumberValue());
            case BOOL_VALUE -> new Value.Bool(value.getBoolValue());
            case NULL_VALUE, KIND_NOT_SET -> Value.missing();
        };
    }

    private static <T> Value.Fields fields(Map<String, T> map, java.util.function.Function<T, Value> read) {
        Map<String, Value> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put(key, read.apply(value)));
        return new Value.Fields(fields);
    }

    private static Value text(String text) {
        return UNKNOWNS.contains(text) ? Value.unknown() : new Value.Text(text);
    }

    private static Value special(Value.Fields object) {
        String signature = object.field(Signatures.KEY).text().orElse("");
        return switch (signature) {
            case Signatures.SECRET -> secret(object);
            case Signatures.OUTPUT_VALUE -> output(object);
            case Signatures.RESOURCE_REFERENCE ->
                object.field("id").isMissing() ? object.field("urn") : object.field("id");
            default -> object;
        };
    }

    /** A secret of the wire carries its value, one of an export its JSON text or, encrypted, nothing to read. */
    private static Value secret(Value.Fields object) {
        if (object.values().containsKey("value")) {
            return new Value.Secret(object.field("value"));
        }
        return new Value.Secret(
                object.field("plaintext").text().flatMap(JsonText::read).orElse(Value.unknown()));
    }

    private static Value output(Value.Fields object) {
        Value value = object.values().containsKey("value") ? object.field("value") : Value.unknown();
        return object.field("secret").isTrue() == Truth.TRUE ? new Value.Secret(value) : value;
    }
}
