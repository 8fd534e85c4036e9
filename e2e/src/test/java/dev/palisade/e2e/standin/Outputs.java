package dev.palisade.e2e.standin;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.preview.synthesis.AwsScope;
import dev.palisade.preview.synthesis.Created;
import dev.palisade.preview.synthesis.Synthesis;
import dev.palisade.preview.wire.Wire;
import java.util.Set;

/** What a real provider would answer; the values are the recorder's own, so that both engines see the same. */
final class Outputs {
    private static final Synthesis SYNTHESIS = new Synthesis();

    /** What a real provider computes from inputs alone, so that a preview knows it too. */
    private static final Set<String> PLANNED = Set.of("tagsAll");

    private Outputs() {}

    /** The inputs with the names that the provider gives. */
    static Struct check(String type, String urn, Struct inputs) {
        return SYNTHESIS.check(type, urn, inputs);
    }

    /** The id and the outputs of a resource that exists. */
    static Created of(String type, String urn, Struct inputs, AwsScope scope) {
        return SYNTHESIS.create(type, urn, inputs, scope);
    }

    /** The outputs that a preview knows: the inputs; what only a creation can tell is unknown. */
    static Struct inPreview(String type, String urn, Struct inputs, AwsScope scope) {
        return hide(inputs, of(type, urn, inputs, scope).outputs());
    }

    private static Struct hide(Struct inputs, Struct outputs) {
        var known = Struct.newBuilder();
        outputs.getFieldsMap().forEach((name, output) -> {
            var input = inputs.getFieldsMap().get(name);
            if (input == null) {
                known.putFields(name, PLANNED.contains(name) ? output : Wire.unknown());
            } else {
                known.putFields(name, hide(input, output));
            }
        });
        return known.build();
    }

    private static Value hide(Value input, Value output) {
        return input.hasStructValue() && output.hasStructValue()
                ? Wire.struct(hide(input.getStructValue(), output.getStructValue()))
                : output;
    }
}
