package dev.palisade.preview.recorder;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.preview.stack.StackConfiguration;
import dev.palisade.preview.synthesis.Synthesis;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Runs a Pulumi program against an engine that creates nothing: every registration is recorded and answered with what
 * the providers would say.
 */
public final class Recorder {
    private final Program program;
    private final StackConfiguration configuration;
    private final Fixes fixes;
    private final Duration patience;
    private final IntConsumer progress;

    /**
     * A recorder of one run.
     *
     * @param patience how long the program may do nothing before it counts as stuck
     * @param progress is told how many resources there are, whenever there is one more
     */
    public Recorder(
            Program program,
            StackConfiguration configuration,
            List<? extends Remediation> remediations,
            Duration patience,
            IntConsumer progress) {
        this.patience = patience;
        this.fixes = new Fixes(remediations);
        this.program = program;
        this.configuration = configuration;
        this.progress = progress;
    }

    /**
     * Runs the program to its end.
     *
     * @throws ProgramFailed if it throws, or ends with an error
     */
    public Recording record() throws ProgramFailed, InterruptedException {
        var engine = new RecordingEngine();
        var ledger = new Ledger(progress);
        var registry =
                new Registry(configuration, ledger, new Synthesis(), new AwsScopes(configuration, ledger), fixes);
        try (var output = new KeptOutput()) {
            int code = waitFor(InlineRun.start(program, configuration, engine, new RecordingMonitor(registry)), ledger);
            if (code != 0) {
                throw ProgramFailed.with(code, engine.diagnostics(), output.text());
            }
            return new Recording(ledger.graph(), diagnostics(engine, registry), fixes.done());
        }
    }

    /** The exit code; a program that neither ends nor registers anything for so long waits for itself. */
    private int waitFor(CompletableFuture<Integer> exit, Ledger ledger) throws ProgramFailed, InterruptedException {
        int seen = -1;
        while (!isOver(exit)) {
            int now = ledger.changes();
            if (now == seen) {
                throw ProgramFailed.waitingForItself(patience, ledger.last());
            }
            seen = now;
        }
        try {
            return exit.join();
        } catch (CompletionException thrown) {
            throw ProgramFailed.throwing(thrown);
        }
    }

    private boolean isOver(CompletableFuture<Integer> exit) throws InterruptedException {
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (ExecutionException thrown) {
            return true;
        }
    }

    private static List<Diagnostic> diagnostics(RecordingEngine engine, Registry registry) {
        var unlisted = registry.unlisted().stream()
                .map(type -> new Diagnostic(
                        Diagnostic.Level.WARNING,
                        "the preview has no table of what %s computes: what reads it stays unknown".formatted(type)));
        return Stream.concat(engine.diagnostics().stream(), unlisted).toList();
    }
}
