package dev.palisade.preview.command;

import dev.palisade.policy.report.JsonReport;
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
            description =
                    "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. JSON is one line a graph, which says its name.")
    private Format format = Format.TEXT;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws BadInput {
        int worst = ExitCode.COMPLIANT;
        for (int i = 0; i < graphs.size(); i++) {
            worst = Math.max(worst, check(graphs.get(i), i + 1));
        }
        return worst;
    }

    /** One of many that cannot be read takes nothing from the others. */
    private int check(String file, int number) throws BadInput {
        try {
            return judge(file, number);
        } catch (BadInput e) {
            if (graphs.size() == 1) {
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
            if (graphs.size() > 1) {
                console.out().println(console.paint().bold(file));
            }
            judgement.print(console, format);
            framework.print(console, judgement, format);
        }
        if (out != null) {
            Reports.write(graphs.size() == 1 ? out : out.resolve(Integer.toString(number)), judgement, context.clock());
        }
        return judgement.exitCode();
    }

    private Judgement judgement(Judge judge, String file) throws BadInput {
        var graph = GraphFile.read(file, context.in());
        var changes =
                baseline == null ? Changes.none(graph) : Changes.between(GraphFile.read(baseline, context.in()), graph);
        return new Judgement(graph, changes, baseline != null, List.of(), judge.assess(graph));
    }
}
