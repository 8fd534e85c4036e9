package dev.palisade.preview.component;

import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A component's arguments, each with what it depends on. */
final class Arguments {
    private final String type;
    private final Map<String, Tracked> byName = new LinkedHashMap<>();

    Arguments(String type, Construction construction) {
        this.type = type;
        construction.inputs().getFieldsMap().forEach((name, value) -> {
            if (!value.hasNullValue()) {
                var dependsOn = new java.util.LinkedHashSet<>(
                        construction.inputDependencies().getOrDefault(name, Set.of()));
                dependsOn.addAll(Wire.dependencies(value));
                byName.put(name, new Tracked(Wire.isSecret(value) ? value : Wire.reveal(value), dependsOn));
            }
        });
    }

    Optional<Tracked> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Tracked require(String name) {
        return get(name).orElseThrow(() -> new UnmodelledArgument(type, "a missing " + name, "give the component one"));
    }

    /** A boolean that the component reads when it is built, not later: it must be a literal. */
    boolean flag(String name, boolean fallback) {
        return get(name).map(argument -> argument.value().getBoolValue()).orElse(fallback);
    }

    /**
     * A structure that the component reads when it is built. One that holds outputs of resources looks right in a
     * preview and loses its values, or fails, at the update: so it is refused here.
     */
    Optional<Map<String, Value>> plain(String name) {
        return get(name).map(argument -> {
            if (!argument.dependsOn().isEmpty()) {
                throw new UnmodelledArgument(
                        type,
                        name + " with outputs of other resources in it",
                        "the real component drops or breaks it at the update: make those resources your own");
            }
            return argument.value().getStructValue().getFieldsMap();
        });
    }

    void allow(Set<String> known) {
        for (var name : byName.keySet()) {
            if (!known.contains(name)) {
                throw new UnmodelledArgument(
                        type, name, "it knows " + String.join(", ", new java.util.TreeSet<>(known)));
            }
        }
    }
}
