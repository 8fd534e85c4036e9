package dev.palisade.preview.command;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.Remediations;
import dev.palisade.preview.change.Changes;
import dev.palisade.preview.recorder.Diagnostic;
import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.recorder.Recorder;
import dev.palisade.preview.recorder.Recording;
import dev.palisade.preview.stack.BadInput;
import dev.palisade.preview.stack.ProjectFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the program against an engine that creates nothing, and judges what it would create. */
@Command(name = "preview", description = "Shows what a stack would create, and holds it to the security checklist.")
final class PreviewCommand implements Callable<Integer> {
    /** Far longer than any program needs between two registrations. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Context context;

    @Parameters(paramLabel = "<stack>", description = "The stack: dev for Pulumi.dev.yaml.")
    private String stack = "";

    @Option(names = "--out", paramLabel = "DIR", description = "Writes the graph and every report there.")
    private @Nullable Path out;

    @Option(names = "--baseline", paramLabel = "GRAPH", description = "Shows changes against this graph.")
    private @Nullable String baseline;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    PreviewCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws BadInput, ProgramFailed, InterruptedException {
        var progress = new Progress(context.console());
        var before = baseline == null ? Optional.<Graph>empty() : Optional.of(GraphFile.read(baseline, context.in()));
        // What judges gets ready while the program's process starts.
        var judge = CompletableFuture.supplyAsync(() -> new Judge(context.clock()));
        var recording = record(progress);
        var graph = recording.graph();
        progress.step("Judging %d resources".formatted(graph.resources().size()));
        var assessment = judge.join().assess(graph);
        progress.done();

        var changes = before.map(old -> Changes.between(old, graph)).orElseGet(() -> Changes.from(graph));
        var judgement = new Judgement(graph, changes, recording.remediations(), assessment);
        judgement.print(context.console(), format);
        if (out != null) {
            Reports.write(out, judgement, context.clock());
        }
        return judgement.exitCode();
    }

    private Recording record(Progress progress) throws BadInput, ProgramFailed, InterruptedException {
        var configuration = new ProjectFiles(context.installation().root()).configuration(stack);
        progress.step("Running the program for stack " + stack);
        var recorder = new Recorder(
                context.installation().program(),
                configuration,
                Remediations.all(),
                PATIENCE,
                count -> progress.count(count, "resources"));
        try {
            var recording = recorder.record();
            progress.done();
            recording.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.level() != Diagnostic.Level.DEBUG)
                    .forEach(this::print);
            return recording;
        } catch (ProgramFailed e) {
            progress.done();
            throw e;
        }
    }

    private void print(Diagnostic diagnostic) {
        var level = diagnostic.level().name().toLowerCase(Locale.ROOT);
        context.console().err().println(level + ": " + diagnostic.message());
    }
}
