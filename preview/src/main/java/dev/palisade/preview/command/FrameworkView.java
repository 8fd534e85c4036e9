package dev.palisade.preview.command;

import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.report.FrameworkReport;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option to see a judgement by the requirements of a standard. */
final class FrameworkView {
    @Option(
            names = "--framework",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            converter = Names.class,
            description = "Adds where each requirement of a standard stands: ${COMPLETION-CANDIDATES}.")
    private @Nullable Framework framework;

    void print(Console console, Judgement judgement, Format format) {
        if (framework != null && format == Format.TEXT) {
            console.out().print("\n" + new FrameworkReport(framework, console.paint()).render(judgement.assessment()));
        }
    }

    /** The standards' names on the command line. */
    static final class Names implements Iterable<String>, ITypeConverter<Framework> {
        private static final List<String> ALL =
                Arrays.stream(Framework.values()).map(Framework::key).toList();

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }

        @Override
        public Framework convert(String name) {
            return Framework.byKey(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no standard " + name + ": give one of " + String.join(", ", ALL)));
        }
    }
}
