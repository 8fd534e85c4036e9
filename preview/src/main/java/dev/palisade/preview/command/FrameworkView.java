package dev.palisade.preview.command;

import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.report.FrameworkReport;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/**
 * A judgement by the requirements of a standard.
 *
 * @param framework the standard, where one is asked for
 */
record FrameworkView(Optional<Framework> framework) {
    private static final String NAMES =
            Arrays.stream(Framework.values()).map(Framework::key).collect(Collectors.joining(", "));

    static final Option OPTION = Option.builder()
            .longOpt("framework")
            .hasArg()
            .argName("NAME")
            .desc("Adds where each requirement of a standard stands: " + NAMES + ".")
            .get();

    static FrameworkView of(Given given) throws BadUsage {
        var name = given.value(OPTION);
        var framework = name.flatMap(Framework::byKey);
        if (name.isPresent() && framework.isEmpty()) {
            throw new BadUsage("--framework: there is no standard " + name.get() + ": give one of " + NAMES);
        }
        return new FrameworkView(framework);
    }

    void print(Console console, Judgement judgement, Format format) {
        if (framework.isPresent() && format == Format.TEXT) {
            console.out()
                    .print("\n" + new FrameworkReport(framework.get(), console.paint()).render(judgement.assessment()));
        }
    }
}
