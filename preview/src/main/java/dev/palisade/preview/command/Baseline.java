package dev.palisade.preview.command;

import dev.palisade.policy.graph.Graph;
import dev.palisade.preview.stack.BadInput;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** The graph that changes are shown against. */
final class Baseline {
    static final Option OPTION = Option.builder()
            .longOpt("baseline")
            .hasArg()
            .argName("GRAPH")
            .desc("Shows changes against this graph.")
            .get();

    private Baseline() {}

    /** The graph, where one is named. */
    static Optional<Graph> of(Given given, InputStream in) throws BadUsage, BadInput {
        var file = given.value(OPTION);
        return file.isPresent() ? Optional.of(GraphFile.read(file.get(), in)) : Optional.empty();
    }
}
