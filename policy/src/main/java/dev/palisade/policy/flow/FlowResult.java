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

    /** The name, the finding, and the hop that decides or the whole way. */
    public String explanation() {
        String hops = String.join("; ", path.stream().map(Decision::toString).toList());
        String stop = path.isEmpty() ? "" : path.get(path.size() - 1).toString();
        String told = flow.kind() == DeclaredFlow.Kind.REQUIRED ? stop : hops;
        return flow.name() + ": " + summary + (told.isEmpty() ? "" : ": " + told);
    }
}
