package dev.palisade.preview.recorder;

import com.google.protobuf.Struct;
import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.preview.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies remediations as the engine does: in order, to what a resource is about to be registered with. */
final class Fixes {
    private final List<Remediation> remediations;
    private final List<String> done = new ArrayList<>();

    Fixes(List<? extends Remediation> remediations) {
        this.remediations = List.copyOf(remediations);
    }

    /** The inputs put right, or empty where nothing is wrong. */
    Optional<Struct> apply(Resource planned, Struct inputs) {
        var current = planned;
        Optional<Struct> changed = Optional.empty();
        for (var remediation : remediations) {
            if (!remediation.types().contains(planned.type())) {
                continue;
            }
            var fixed = remediation.fix(current);
            if (fixed.isPresent()) {
                changed = Optional.of(replace(changed.orElse(inputs), current.inputs(), fixed.get()));
                current = withInputs(current, fixed.get());
                note(remediation, planned);
            }
        }
        return changed;
    }

    /** What was changed, one sentence each. */
    synchronized List<String> done() {
        return done.stream().sorted().toList();
    }

    private synchronized void note(Remediation remediation, Resource resource) {
        done.add("%s %s: %s (%s)".formatted(resource.type(), resource.name(), remediation.done(), remediation.id()));
    }

    /** Only what differs is written anew, so that references and assets elsewhere stay as they were sent. */
    private static Struct replace(Struct inputs, Value.Fields before, Value.Fields after) {
        var struct = inputs.toBuilder();
        before.values().keySet().forEach(key -> {
            if (after.field(key).isMissing()) {
                struct.removeFields(key);
            }
        });
        after.values().forEach((key, value) -> {
            if (!value.equals(before.field(key))) {
                struct.putFields(key, Wire.of(value));
            }
        });
        return struct.build();
    }

    private static Resource withInputs(Resource old, Value.Fields inputs) {
        return new Resource(
                old.urn(),
                old.type(),
                old.name(),
                old.parent(),
                old.custom(),
                old.id(),
                inputs,
                old.outputs(),
                old.dependencies(),
                old.propertyDependencies(),
                old.provider(),
                old.options());
    }
}
