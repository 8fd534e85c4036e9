package dev.palisade.policy.graph;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes properties in the engine's wire format.
 *
 * <p>What a change leaves alone stays as the engine sent it, so that resource references, assets and dependencies, which
 * {@link Value} does not keep, survive.
 */
public final class StructPatch {
    private StructPatch() {}

    /** The original with every difference between before and after made in it. */
    public static Struct apply(Struct original, Value.Fields before, Value.Fields after) {
        Struct.Builder patched = original.toBuilder();
        before.values().keySet().stream()
                .filter(key -> !after.values().containsKey(key))
                .forEach(patched::removeFields);
        after.values().forEach((key, value) -> {
            Value old = before.field(key);
            if (!value.equals(old) || !original.containsFields(key)) {
                patched.putFields(key, change(original.getFieldsMap().get(key), old, value));
            }
        });
        return patched.build();
    }

    private static com.google.protobuf.Value change(
            com.google.protobuf.@Nullable Value original, Value before, Value after) {
        if (original != null
                && original.hasStructValue()
                && !original.getStructValue().containsFields(Signatures.KEY)
                && before instanceof Value.Fields old
                && after instanceof Value.Fields changed) {
            return object(apply(original.getStructValue(), old, changed));
        }
        return write(after);
    }

    private static com.google.protobuf.Value write(Value value) {
        com.google.protobuf.Value.Builder wire = com.google.protobuf.Value.newBuilder();
        if (value instanceof Value.Fields fields) {
            return object(of(fields));
        }
        if (value instanceof Value.Items items) {
            ListValue.Builder list = ListValue.newBuilder();
            items.values().forEach(item -> list.addValues(write(item)));
            return wire.setListValue(list).build();
        }
        if (value instanceof Value.Secret secret) {
            return object(Struct.newBuilder()
                    .putFields(Signatures.KEY, text(Signatures.SECRET))
                    .putFields("value", write(secret.value()))
                    .build());
        }
        if (value instanceof Value.Bool bool) {
            return wire.setBoolValue(bool.value()).build();
        }
        if (value instanceof Value.Num number) {
            return wire.setNumberValue(number.value()).build();
        }
        if (value instanceof Value.Unknown) {
            return text(Signatures.UNKNOWN);
        }
        return value.text().map(StructPatch::text).orElseGet(() -> wire.setNullValue(NullValue.NULL_VALUE)
                .build());
    }

    /** Properties in the wire format. */
    public static Struct of(Value.Fields fields) {
        Struct.Builder struct = Struct.newBuilder();
        for (Map.Entry<String, Value> field : fields.values().entrySet()) {
            struct.putFields(field.getKey(), write(field.getValue()));
        }
        return struct.build();
    }

    private static com.google.protobuf.Value object(Struct struct) {
        return com.google.protobuf.Value.newBuilder().setStructValue(struct).build();
    }

    private static com.google.protobuf.Value text(String text) {
        return com.google.protobuf.Value.newBuilder().setStringValue(text).build();
    }
}
