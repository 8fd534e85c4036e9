package dev.palisade.preview.wire;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.policy.graph.Signatures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds and opens property values in Pulumi's wire format. */
public final class Wire {
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
        return string(Signatures.UNKNOWN);
    }

    public static Value secret(Value plain) {
        return struct(Map.of(Signatures.KEY, string(Signatures.SECRET), "value", plain));
    }

    /** A reference to a resource that some monitor knows; {@code id} is empty for a component. */
    public static Value resource(String urn, String id) {
        var fields = Struct.newBuilder()
                .putFields(Signatures.KEY, string(Signatures.RESOURCE_REFERENCE))
                .putFields("urn", string(urn))
                .putFields("packageVersion", string(""));
        if (!id.isEmpty()) {
            fields.putFields("id", string(id));
        }
        return struct(fields.build());
    }

    /** Java's maps, lists, strings, numbers, booleans and null (what YAML and JSON parsers give) as a value. */
    public static Value ofPlain(@Nullable Object plain) {
        if (plain == null) {
            return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
        } else if (plain instanceof Map<?, ?> map) {
            var fields = Struct.newBuilder();
            map.forEach((key, value) -> fields.putFields(String.valueOf(key), ofPlain(value)));
            return struct(fields.build());
        } else if (plain instanceof List<?> list) {
            return list(list.stream().map(Wire::ofPlain).toList());
        } else if (plain instanceof Boolean truth) {
            return bool(truth);
        } else if (plain instanceof Number number) {
            return number(number.doubleValue());
        }
        return string(plain.toString());
    }

    /** A value of the policies' graph, back on the wire. */
    public static Value of(dev.palisade.policy.graph.Value value) {
        if (value instanceof dev.palisade.policy.graph.Value.Fields fields) {
            var struct = Struct.newBuilder();
            fields.values().forEach((key, field) -> struct.putFields(key, of(field)));
            return struct(struct.build());
        } else if (value instanceof dev.palisade.policy.graph.Value.Items items) {
            return list(items.values().stream().map(Wire::of).toList());
        } else if (value instanceof dev.palisade.policy.graph.Value.Secret secret) {
            return secret(of(secret.value()));
        }
        return scalar(value);
    }

    private static Value scalar(dev.palisade.policy.graph.Value value) {
        if (value instanceof dev.palisade.policy.graph.Value.Unknown) {
            return unknown();
        } else if (value instanceof dev.palisade.policy.graph.Value.Bool truth) {
            return bool(truth.value());
        } else if (value instanceof dev.palisade.policy.graph.Value.Num number) {
            return number(number.value());
        } else if (value instanceof dev.palisade.policy.graph.Value.Text text) {
            return string(text.value());
        }
        return ofPlain(null);
    }

    public static boolean isUnknown(Value value) {
        return (value.hasStringValue() && Signatures.UNKNOWN.equals(value.getStringValue()))
                || (Signatures.OUTPUT_VALUE.equals(signature(value))
                        && !value.getStructValue().containsFields("value"));
    }

    public static boolean isSecret(Value value) {
        return Signatures.SECRET.equals(signature(value))
                || (Signatures.OUTPUT_VALUE.equals(signature(value))
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
        return Signatures.SECRET.equals(signature) || Signatures.OUTPUT_VALUE.equals(signature)
                ? reveal(value.getStructValue().getFieldsOrDefault("value", unknown()))
                : value;
    }

    /** The URN inside a resource reference. */
    public static Optional<String> referencedUrn(Value value) {
        var plain = reveal(value);
        return Signatures.RESOURCE_REFERENCE.equals(signature(plain))
                ? Optional.of(plain.getStructValue().getFieldsOrThrow("urn").getStringValue())
                : Optional.empty();
    }

    /** The URNs that an output envelope says its value depends on. */
    public static List<String> dependencies(Value value) {
        return Signatures.OUTPUT_VALUE.equals(signature(value))
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
                        .getFieldsOrDefault(Signatures.KEY, Value.getDefaultInstance())
                        .getStringValue()
                : "";
    }
}
