package dev.palisade.e2e.standin;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import dev.palisade.preview.wire.Wire;

/**
 * A change that a stand-in makes to the checked inputs of a resource, as if the program had asked for it.
 *
 * @param type the resource type, as {@code aws:ec2/securityGroup:SecurityGroup}
 * @param name the resource's name in the program, or empty for every resource of the type
 * @param patch a JSON merge patch (RFC 7396): null removes, objects merge, all else replaces
 */
public record Weakening(String type, String name, Struct patch) {

    /** Reads the patch from JSON. */
    public static Weakening of(String type, String name, String patch) {
        var fields = Struct.newBuilder();
        try {
            JsonFormat.parser().merge(patch, fields);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not a JSON object: " + patch, e);
        }
        return new Weakening(type, name, fields.build());
    }

    /** Three lines: type, name, patch; what {@link #parse} reads. */
    public String asText() {
        try {
            return String.join(
                    "\n",
                    type,
                    name,
                    JsonFormat.printer().omittingInsignificantWhitespace().print(patch));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    static Weakening parse(String text) {
        var lines = text.split("\n", 3);
        return of(lines[0], lines[1], lines[2]);
    }

    /** The properties with the patch, or as they are where this weakening is about another resource. */
    Struct apply(String resourceType, String resourceName, Struct properties) {
        return type.equals(resourceType) && (name.isEmpty() || name.equals(resourceName))
                ? merge(properties, patch)
                : properties;
    }

    private static Struct merge(Struct target, Struct patch) {
        var merged = target.toBuilder();
        patch.getFieldsMap().forEach((key, change) -> {
            if (change.hasNullValue()) {
                merged.removeFields(key);
            } else {
                merged.putFields(key, merge(target.getFieldsOrDefault(key, Value.getDefaultInstance()), change));
            }
        });
        return merged.build();
    }

    private static Value merge(Value target, Value change) {
        if (!change.hasStructValue()) {
            return change;
        }
        if (Wire.isSecret(target)) {
            return Wire.secret(merge(Wire.reveal(target), change));
        }
        var plain = Wire.reveal(target);
        var base = plain.hasStructValue() ? plain.getStructValue() : Struct.getDefaultInstance();
        return Wire.struct(merge(base, change.getStructValue()));
    }
}
