package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.List;

/**
 * Something that can be reached and that no line of {@code flows.yaml} speaks of.
 *
 * @param certain TRUE where it is possible, UNKNOWN where it may be
 * @param path hop by hop what lets it through
 */
public record UndeclaredFlow(String from, String to, PortSet ports, Truth certain, List<Decision> path) {
    public UndeclaredFlow {
        path = List.copyOf(path);
    }

    public String explanation() {
        String hops = String.join("; ", path.stream().map(Decision::toString).toList());
        return from + " reaches " + to + " on " + ports + ", which no flow declares: " + hops;
    }
}
