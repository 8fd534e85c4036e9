package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.List;

/**
 * What a graph says of a declared flow.
 *
 * @param holds whether it is as declared; UNKNOWN where the graph does not tell yet
 * @param summary in a clause what was found
 * @param path hop by hop the way of the packet that shows it, up to what stops it; empty where there is none
 */
public record FlowResult(DeclaredFlow flow, Truth holds, String summary, List<Decision> path) {
    public FlowResult {
        path = List.copyOf(path);
    }

    /** The name, the finding, and the hop that stops a required flow or the whole way of a forbidden one. */
    public String explanation() {
        List<Decision> told = flow.kind() == DeclaredFlow.Kind.REQUIRED
                ? path.stream()
                        .filter(hop -> hop.passes() != Truth.TRUE)
                        .limit(1)
                        .toList()
                : path;
        String hops = String.join("; ", told.stream().map(Decision::toString).toList());
        return flow.name() + ": " + summary + (hops.isEmpty() ? "" : ": " + hops);
    }
}
