package dev.palisade.preview.synthesis;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;

/** What a Kubernetes API server adds to an object that it stores. */
final class KubernetesObject {
    private KubernetesObject() {}

    static boolean owns(String type) {
        return type.startsWith("kubernetes:");
    }

    /** The provider's Check: an object without a name gets its logical name and eight characters. */
    static Struct check(String urn, Struct inputs) {
        var metadata = metadata(inputs);
        if (metadata.containsFields("name") || metadata.containsFields("generateName")) {
            return inputs;
        }
        var name = urn.substring(urn.lastIndexOf("::") + 2) + "-" + new Fingerprint(urn, "").hex(8);
        return inputs.toBuilder()
                .putFields(
                        "metadata",
                        Wire.struct(metadata.toBuilder()
                                .putFields("name", Wire.string(name))
                                .build()))
                .build();
    }

    static Created create(String type, String urn, Struct inputs) {
        var fingerprint = new Fingerprint(urn, "uid");
        var metadata = metadata(inputs).toBuilder();
        var name = Wire.reveal(metadata.getFieldsOrDefault("name", Wire.string("")));
        if (KubernetesScope.isNamespaced(type)) {
            metadata.putFields("namespace", metadata.getFieldsOrDefault("namespace", Wire.string("default")));
        }
        metadata.putFields("uid", Wire.string(fingerprint.uuid()))
                .putFields("resourceVersion", Wire.string("1"))
                .putFields("generation", Wire.number(1))
                .putFields("creationTimestamp", Wire.string("2026-01-01T00:00:00Z"));
        var namespace = Wire.reveal(metadata.getFieldsOrDefault("namespace", Wire.string("")));
        var outputs = inputs.toBuilder().putFields("metadata", Wire.struct(metadata.build()));
        if ("kubernetes:core/v1:Service".equals(type)) {
            outputs.putFields("spec", withClusterIp(outputs, fingerprint));
        }
        var id = namespace.getStringValue().isEmpty()
                ? name.getStringValue()
                : namespace.getStringValue() + "/" + name.getStringValue();
        return new Created(id, outputs.build());
    }

    private static Value withClusterIp(Struct.Builder service, Fingerprint fingerprint) {
        var spec =
                service
                        .getFieldsOrDefault("spec", Wire.struct(Struct.getDefaultInstance()))
                        .getStructValue()
                        .toBuilder();
        var address = Wire.string("172.20.0." + fingerprint.octet());
        return Wire.struct(spec.putFields("clusterIP", spec.getFieldsOrDefault("clusterIP", address))
                .build());
    }

    private static Struct metadata(Struct inputs) {
        return Wire.reveal(inputs.getFieldsOrDefault("metadata", Wire.struct(Struct.getDefaultInstance())))
                .getStructValue();
    }
}
