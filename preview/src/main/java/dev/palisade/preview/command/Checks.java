package dev.palisade.preview.command;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.report.JsonReport;
import dev.palisade.preview.change.Changes;
import dev.palisade.preview.stack.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Judges one graph after the other.
 *
 * @param many whether more than one is judged: then each says whose verdict it is
 * @param out where reports are written
 */
record Checks(
        Context context,
        boolean many,
        Optional<Path> out,
        Optional<Graph> baseline,
        Format format,
        FrameworkView framework) {

    /** One of many that cannot be read takes nothing from the others. */
    int check(String file, int number) throws BadInput {
        try {
            return judge(file, number);
        } catch (BadInput e) {
            if (!many) {
                throw e;
            }
            String error = String.valueOf(e.getMessage());
            if (format == Format.JSON) {
                context.console().out().println(JsonReport.unreadable(file, error));
            }
            context.console().err().println("error: " + error);
            return ExitCode.BAD_INPUT;
        }
    }

    private int judge(String file, int number) throws BadInput {
        var console = context.console();
        var judgement = judgement(context.judge().join(), file);
        if (format == Format.JSON) {
            console.out().println(JsonReport.line(file, judgement.stack(), judgement.assessment()));
        } else {
            if (many) {
                console.out().println(console.paint().bold(file));
            }
            judgement.print(console, format);
            framework.print(console, judgement, format);
        }
        if (out.isPresent()) {
            var directory = many ? out.get().resolve(Integer.toString(number)) : out.get();
            Reports.write(directory, judgement, context.clock());
        }
        return judgement.exitCode();
    }

    private Judgement judgement(Judge judge, String file) throws BadInput {
        var graph = GraphFile.read(file, context.in());
        var changes = baseline.map(before -> Changes.between(before, graph)).orElseGet(() -> Changes.none(graph));
        return new Judgement(graph, changes, baseline.isPresent(), List.of(), judge.assess(graph));
    }
}
