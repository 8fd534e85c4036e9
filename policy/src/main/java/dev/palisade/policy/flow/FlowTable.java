package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Optional;

/**
 * What a graph says of all flows.
 *
 * @param declared in the order of the file
 * @param undeclared what can be reached beyond
 */
public record FlowTable(List<FlowResult> declared, List<UndeclaredFlow> undeclared) {
    public FlowTable {
        declared = List.copyOf(declared);
        undeclared = List.copyOf(undeclared);
    }

    /** The flows of {@code flows.yaml} in a graph; computed once for each graph. */
    public static FlowTable of(Graph graph) {
        return graph.view(FlowTable.class, one -> Flows.declared().evaluate(one));
    }

    /** Whether the flow of that name is as declared; empty where none has the name. */
    public Optional<Truth> holds(String name) {
        return declared.stream()
                .filter(result -> result.flow().name().equals(name))
                .map(FlowResult::holds)
                .findFirst();
    }
}
