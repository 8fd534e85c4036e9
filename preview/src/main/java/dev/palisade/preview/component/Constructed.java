package dev.palisade.preview.component;

import com.google.protobuf.Struct;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.util.Map;
import java.util.Set;

/** A component after construction: its URN, its outputs, and what each output depends on. */
@SuppressFBWarnings(value = "EI_EXPOSE_REP", justification = "Protobuf messages are immutable")
public record Constructed(String urn, Struct outputs, Map<String, Set<String>> outputDependencies) {
    public Constructed {
        outputDependencies = Map.copyOf(outputDependencies);
    }
}
