package dev.palisade.policy.report;

import dev.palisade.policy.flow.Decision;
import dev.palisade.policy.flow.FlowResult;
import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.flow.UndeclaredFlow;
import dev.palisade.policy.gate.Standing;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.stream.Stream;

/**
 * One flow as the page shows it.
 *
 * @param kind required, forbidden, allowed or undeclared
 * @param standing PASS, FAIL or UNKNOWN
 * @param path what was found, then hop by hop what lets it through or what stops it
 */
public record FlowLine(String name, String kind, String standing, List<String> path) {
    public FlowLine {
        path = List.copyOf(path);
    }

    /** The declared flows, then what is reachable beyond. */
    static List<FlowLine> of(Graph graph) {
        FlowTable table = FlowTable.of(graph);
        return Stream.concat(
                        table.declared().stream().map(FlowLine::of),
                        table.undeclared().stream().map(FlowLine::of))
                .toList();
    }

    private static FlowLine of(FlowResult result) {
        return new FlowLine(
                result.flow().name(),
                result.flow().kind().word(),
                standing(result.holds()).name(),
                hops(result.summary(), result.path()));
    }

    private static FlowLine of(UndeclaredFlow flow) {
        return new FlowLine(
                flow.from() + " to " + flow.to(),
                "undeclared",
                standing(flow.certain().not()).name(),
                hops("reaches " + flow.ports(), flow.path()));
    }

    private static List<String> hops(String first, List<Decision> path) {
        return Stream.concat(Stream.of(first), path.stream().map(Decision::toString))
                .toList();
    }

    private static Standing standing(Truth holds) {
        return switch (holds) {
            case TRUE -> Standing.PASS;
            case FALSE -> Standing.FAIL;
            case UNKNOWN -> Standing.UNKNOWN;
        };
    }
}
