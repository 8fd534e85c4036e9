package dev.palisade.preview.recorder;

import dev.palisade.policy.graph.Graph;
import java.util.List;

/**
 * What a program did.
 *
 * @param diagnostics what it told its user
 * @param remediations what policies changed before a resource was registered, one sentence each
 */
public record Recording(Graph graph, List<Diagnostic> diagnostics, List<String> remediations) {
    public Recording {
        diagnostics = List.copyOf(diagnostics);
        remediations = List.copyOf(remediations);
    }
}
