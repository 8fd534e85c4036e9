package dev.palisade.preview.command;

import dev.palisade.policy.graph.Graph;
import dev.palisade.preview.change.Changes;
import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.stack.BadInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the program against an engine that creates nothing, and judges what it would create. */
@Command(name = "preview", description = "Shows what a stack would create, and holds it to the security checklist.")
final class PreviewCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(paramLabel = "<stack>", description = "The stack: dev for Pulumi.dev.yaml.")
    private String stack = "";

    @Option(names = "--out", paramLabel = "DIR", description = "Writes the graph and every report there.")
    private @Nullable Path out;

    @Mixin
    private final FrameworkView framework = new FrameworkView();

    @Option(names = "--baseline", paramLabel = "GRAPH", description = "Shows changes against this graph.")
    private @Nullable String baseline;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    PreviewCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws BadInput, ProgramFailed, InterruptedException {
        var progress = new Progress(context.console(), common.debug());
        var before = baseline == null ? Optional.<Graph>empty() : Optional.of(GraphFile.read(baseline, context.in()));
        var recording = new StackRecorder(context, progress).record(stack);
        var graph = recording.graph();
        progress.step("Judging %d resources".formatted(graph.resources().size()));
        long begun = System.nanoTime();
        var assessment = context.judge().join().assess(graph);
        progress.done();
        progress.detail("judged in %d ms".formatted((System.nanoTime() - begun) / 1_000_000));

        var changes = before.map(old -> Changes.between(old, graph)).orElseGet(() -> Changes.from(graph));
        var judgement = new Judgement(graph, changes, before.isPresent(), recording.remediations(), assessment);
        judgement.print(context.console(), format);
        framework.print(context.console(), judgement, format);
        if (out != null) {
            Reports.write(out, judgement, context.clock());
        }
        return judgement.exitCode();
    }
}
