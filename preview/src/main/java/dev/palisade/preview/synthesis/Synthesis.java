package dev.palisade.preview.synthesis;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;
import java.util.Map;

/**
 * Stands in for the AWS, Kubernetes and Docker providers: fills in names as their Check does, and answers a creation
 * with outputs that are well-formed, unique for each resource and the same at every run.
 */
public final class Synthesis {
    private final Map<String, Shape> shapes = Tables.load();

    /** Whether a table (or, for Kubernetes, the API's own rules) says what this type's outputs look like. */
    public boolean knows(String type) {
        return shapes.containsKey(type) || KubernetesObject.owns(type) || type.startsWith("pulumi:providers:");
    }

    /** The inputs with the names that the provider generates where the program gives none. */
    public Struct check(String type, String urn, Struct inputs) {
        if (isKubernetesObject(type)) {
            return KubernetesObject.check(urn, inputs);
        }
        var shape = shapes.getOrDefault(type, Shape.UNLISTED);
        if (shape.autoname().isEmpty()
                || inputs.containsFields(shape.autoname())
                || inputs.containsFields(shape.autoname() + "Prefix")) {
            return inputs;
        }
        var name = shape.autonamePrefix()
                + urn.substring(urn.lastIndexOf("::") + 2)
                + "-"
                + new Fingerprint(urn, "").hex(7);
        return inputs.toBuilder().putFields(shape.autoname(), Wire.string(name)).build();
    }

    /** The id and the outputs of a resource whose inputs passed {@link #check}. */
    public Created create(String type, String urn, Struct inputs, AwsScope scope) {
        if (isKubernetesObject(type)) {
            return KubernetesObject.create(type, urn, inputs);
        } else if (type.startsWith("pulumi:providers:")) {
            return new Created(new Fingerprint(urn, "").uuid(), inputs);
        }
        var shape = shapes.getOrDefault(type, Shape.UNLISTED);
        var template = new Template(urn, inputs, scope);
        var id = Wire.reveal(template.fill(shape.id())).getStringValue();
        template.id(id);
        var outputs = inputs.toBuilder();
        shape.outputs().forEach((name, computed) -> {
            var given = inputs.getFieldsOrDefault(name, Value.getDefaultInstance());
            outputs.putFields(name, complete(given, template.fill(computed)));
        });
        // A bridged provider repeats the id among the outputs, which is all that a policy pack sees of it at up.
        outputs.putFields("id", Wire.string(id));
        if (type.startsWith("aws:")) {
            tagsAll(inputs, scope).ifPresent(tags -> outputs.putFields("tagsAll", tags));
        }
        return new Created(id, outputs.build());
    }

    private boolean isKubernetesObject(String type) {
        return KubernetesObject.owns(type) && !shapes.containsKey(type);
    }

    /** What was given stays; a computed structure fills in the fields that the given one lacks. */
    private static Value complete(Value given, Value computed) {
        if (given.hasStructValue() && computed.hasStructValue() && !Wire.isSecret(given)) {
            var both = computed.getStructValue().toBuilder();
            both.putAllFields(given.getStructValue().getFieldsMap());
            return Wire.struct(both.build());
        }
        return given.getKindCase() == Value.KindCase.KIND_NOT_SET ? computed : given;
    }

    private static java.util.Optional<Value> tagsAll(Struct inputs, AwsScope scope) {
        var own = inputs.getFieldsMap().get("tags");
        if (own != null && Wire.isUnknown(own)) {
            return java.util.Optional.of(own);
        }
        var tags = Struct.newBuilder();
        scope.defaultTags().forEach((key, value) -> tags.putFields(key, Wire.string(value)));
        if (own != null) {
            tags.putAllFields(Wire.reveal(own).getStructValue().getFieldsMap());
        }
        return tags.getFieldsCount() == 0
                ? java.util.Optional.empty()
                : java.util.Optional.of(Wire.struct(tags.build()));
    }
}
