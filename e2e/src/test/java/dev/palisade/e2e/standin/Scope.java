package dev.palisade.e2e.standin;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import dev.palisade.preview.synthesis.AwsScope;
import dev.palisade.preview.wire.Wire;
import java.util.HashMap;

/** Reads what an AWS provider was configured with; the engine sends structures as JSON in a string. */
final class Scope {
    private Scope() {}

    static AwsScope of(Struct arguments) {
        var region = Wire.reveal(arguments.getFieldsOrDefault("region", Wire.string("eu-central-1")));
        var accounts = structured(arguments, "allowedAccountIds").getListValue().getValuesList();
        var tags = new HashMap<String, String>();
        structured(arguments, "defaultTags")
                .getStructValue()
                .getFieldsOrDefault("tags", Value.getDefaultInstance())
                .getStructValue()
                .getFieldsMap()
                .forEach((key, value) -> tags.put(key, value.getStringValue()));
        return new AwsScope(
                region.getStringValue(),
                accounts.isEmpty() ? "123456789012" : accounts.get(0).getStringValue(),
                tags);
    }

    private static Value structured(Struct arguments, String name) {
        var given = Wire.reveal(arguments.getFieldsOrDefault(name, Value.getDefaultInstance()));
        if (!given.hasStringValue()) {
            return given;
        }
        var parsed = Value.newBuilder();
        try {
            JsonFormat.parser().merge(given.getStringValue(), parsed);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(name + " is not JSON", e);
        }
        return parsed.build();
    }
}
