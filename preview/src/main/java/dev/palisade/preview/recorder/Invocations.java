package dev.palisade.preview.recorder;

import com.google.protobuf.Struct;
import dev.palisade.preview.wire.Wire;
import java.util.Map;

/** Answers a program's function calls where an answer needs no account. */
final class Invocations {
    private final Ledger ledger;
    private final AwsScopes scopes;

    Invocations(Ledger ledger, AwsScopes scopes) {
        this.ledger = ledger;
        this.scopes = scopes;
    }

    /**
     * The function's result.
     *
     * @throws IllegalArgumentException if only a real account could tell it
     */
    Struct answer(String token, Struct arguments, String provider) {
        var scope = scopes.of(provider.isEmpty() ? null : provider);
        var plain =
                switch (token) {
                    case "pulumi:pulumi:getResource" -> resource(arguments);
                    case "aws:index/getCallerIdentity:getCallerIdentity" ->
                        Map.of(
                                "id", Wire.string(scope.account()),
                                "accountId", Wire.string(scope.account()),
                                "arn", Wire.string("arn:aws:iam::" + scope.account() + ":root"),
                                "userId", Wire.string(scope.account()));
                    case "aws:index/getRegion:getRegion" ->
                        Map.of(
                                "id", Wire.string(scope.region()),
                                "name", Wire.string(scope.region()),
                                "endpoint", Wire.string("ec2." + scope.region() + ".amazonaws.com"),
                                "description", Wire.string(scope.region()));
                    case "aws:index/getPartition:getPartition" ->
                        Map.of(
                                "id", Wire.string("aws"),
                                "partition", Wire.string("aws"),
                                "dnsSuffix", Wire.string("amazonaws.com"),
                                "reverseDnsPrefix", Wire.string("com.amazonaws"));
                    default ->
                        throw new IllegalArgumentException(
                                "%s asks an account, and a preview has none: take the value from the stack's settings"
                                        .formatted(token));
                };
        return Struct.newBuilder().putAllFields(plain).build();
    }

    private Map<String, com.google.protobuf.Value> resource(Struct arguments) {
        var urn = Wire.reveal(arguments.getFieldsOrThrow("urn")).getStringValue();
        var entry = ledger.find(urn).orElseThrow(() -> new IllegalArgumentException("No resource has the URN " + urn));
        var id = entry.resource().id();
        return Map.of(
                "urn", Wire.string(urn),
                "id", Wire.string(id == null ? "" : id),
                "state", Wire.struct(entry.outputs()));
    }
}
