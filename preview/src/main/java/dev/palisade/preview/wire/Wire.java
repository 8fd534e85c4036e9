package dev.palisade.preview.wire;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pulumi's conventions for property values in protobuf structs (sdk/go/common/resource/properties.go). */
public final class Wire {
    /** What stands for a value that is not known before the resource exists. */
    public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    static final String RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
    static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    private Wire() {}

    public static Value string(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    public static Value bool(boolean truth) {
        return Value.newBuilder().setBoolValue(truth).build();
    }

    public static Value number(double number) {
        return Value.newBuilder().setNumberValue(number).build();
    }

    public static Value struct(Struct struct) {
        return Value.newBuilder().setStructValue(struct).build();
    }

    public static Value struct(Map<String, Value> fields) {
        return struct(Struct.newBuilder().putAllFields(fields).build());
    }

    public static Value list(List<Value> elements) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder().addAllValues(elements))
                .build();
    }

    public static Value unknown() {
        return string(UNKNOWN);
    }

    public static Value secret(Value plain) {
        return struct(Map.of(SIGNATURE, string(SECRET), "value", plain));
    }

    /** A reference to a resource that some monitor knows; {@code id} is empty for a component. */
    public static Value resource(String urn, String id) {
        var fields = Struct.newBuilder()
                .putFields(SIGNATURE, string(RESOURCE))
                .putFields("urn", string(urn))
                .putFields("packageVersion", string(""));
        if (!id.isEmpty()) {
            fields.putFields("id", string(id));
        }
        return struct(fields.build());
    }

    /** Java's maps, lists, strings, numbers, booleans and null (what YAML and JSON parsers give) as a value. */
    public static Value of(@Nullable Object plain) {
        if (plain == null) {
            return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
        } else if (plain instanceof Map<?, ?> map) {
            var fields = Struct.newBuilder();
            map.forEach((key, value) -> fields.putFields(String.valueOf(key), of(value)));
            return struct(fields.build());
        } else if (plain instanceof List<?> list) {
            return list(list.stream().map(Wire::of).toList());
        } else if (plain instanceof Boolean truth) {
            return bool(truth);
        } else if (plain instanceof Number number) {
            return number(number.doubleValue());
        }
        return string(plain.toString());
    }

    public static boolean isUnknown(Value value) {
        return (value.hasStringValue() && UNKNOWN.equals(value.getStringValue()))
                || (OUTPUT.equals(signature(value)) && !value.getStructValue().containsFields("value"));
    }

    public static boolean isSecret(Value value) {
        return SECRET.equals(signature(value))
                || (OUTPUT.equals(signature(value))
                        && value.getStructValue()
                                .getFieldsOrDefault("secret", bool(false))
                                .getBoolValue());
    }

    /** The value without its secret or output envelope; unknown stays unknown. */
    public static Value reveal(Value value) {
        if (isUnknown(value)) {
            return unknown();
        }
        var signature = signature(value);
        return SECRET.equals(signature) || OUTPUT.equals(signature)
                ? reveal(value.getStructValue().getFieldsOrDefault("value", unknown()))
                : value;
    }

    /** The URN inside a resource reference. */
    public static Optional<String> referencedUrn(Value value) {
        var plain = reveal(value);
        return RESOURCE.equals(signature(plain))
                ? Optional.of(plain.getStructValue().getFieldsOrThrow("urn").getStringValue())
                : Optional.empty();
    }

    /** The URNs that an output envelope says its value depends on. */
    public static List<String> dependencies(Value value) {
        return OUTPUT.equals(signature(value))
                ? value
                        .getStructValue()
                        .getFieldsOrDefault("dependencies", list(List.of()))
                        .getListValue()
                        .getValuesList()
                        .stream()
                        .map(Value::getStringValue)
                        .toList()
                : List.of();
    }

    private static String signature(Value value) {
        return value.hasStructValue()
                ? value.getStructValue()
                        .getFieldsOrDefault(SIGNATURE, Value.getDefaultInstance())
                        .getStringValue()
                : "";
    }
}
