package dev.palisade.preview.command;

import dev.palisade.preview.change.Changes;
import dev.palisade.preview.stack.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges graphs that exist already: of a preview, or of a deployed stack. */
@Command(
        name = "check",
        description = {
            "Holds graphs to the security checklist: those that preview --out wrote, or what",
            "`pulumi stack export` prints."
        })
final class CheckCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "<graph>", arity = "1..*", description = "Graph files; - is standard input.")
    private List<String> graphs = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes every report there; one directory a graph if there are many.")
    private @Nullable Path out;

    @Mixin
    private final FrameworkView framework = new FrameworkView();

    @Option(names = "--baseline", paramLabel = "GRAPH", description = "Shows changes against this graph.")
    private @Nullable String baseline;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. JSON is one line a graph.")
    private Format format = Format.TEXT;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws BadInput {
        var judge = context.judge().join();
        int worst = ExitCode.COMPLIANT;
        for (int i = 0; i < graphs.size(); i++) {
            var judgement = judgement(judge, graphs.get(i));
            if (graphs.size() > 1 && format == Format.TEXT) {
                context.console().out().println(context.console().paint().bold(graphs.get(i)));
            }
            judgement.print(context.console(), format);
            framework.print(context.console(), judgement, format);
            if (out != null) {
                Reports.write(
                        graphs.size() == 1 ? out : out.resolve(String.valueOf(i + 1)), judgement, context.clock());
            }
            worst = Math.max(worst, judgement.exitCode());
        }
        return worst;
    }

    private Judgement judgement(Judge judge, String file) throws BadInput {
        var graph = GraphFile.read(file, context.in());
        var changes =
                baseline == null ? Changes.none(graph) : Changes.between(GraphFile.read(baseline, context.in()), graph);
        return new Judgement(graph, changes, baseline != null, List.of(), judge.assess(graph));
    }
}
