package dev.palisade.preview.component;

import com.google.protobuf.Struct;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the engine hands to a component provider's Construct.
 *
 * @param inputDependencies for each argument the URNs that it was computed from
 */
@SuppressFBWarnings(value = "EI_EXPOSE_REP", justification = "Protobuf messages are immutable")
public record Construction(String name, Struct inputs, Map<String, Set<String>> inputDependencies) {
    public Construction {
        inputDependencies = Map.copyOf(inputDependencies);
    }

    Set<String> allDependencies() {
        var all = new LinkedHashSet<String>();
        inputDependencies.values().forEach(all::addAll);
        return all;
    }
}
