package dev.palisade.preview.recorder;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.preview.stack.StackConfiguration;
import dev.palisade.preview.synthesis.Synthesis;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        var log = new ProgramLog();
        var ledger = new Ledger(progress);
        var registry =
                new Registry(configuration, ledger, new Synthesis(), new AwsScopes(configuration, ledger), fixes);
        try (var output = new KeptOutput()) {
            var end =
                    InlineRun.start(program, configuration, log, new RecordingEngine(), new RecordingMonitor(registry));
            try {
                waitFor(end, ledger);
            } catch (ExecutionException thrown) {
                throw ProgramFailed.throwing(thrown, output.text());
            }
            if (log.hasLoggedErrors()) {
                throw ProgramFailed.saying(log.errors(), output.text());
            }
            return new Recording(ledger.graph(), diagnostics(log, registry), fixes.done());
        }
    }

    /** A program that neither ends nor registers anything for so long waits for itself. */
    private void waitFor(CompletableFuture<?> end, Ledger ledger)
            throws ExecutionException, ProgramFailed, InterruptedException {
        int seen = -1;
        while (!isOver(end)) {
            int now = ledger.changes();
            if (now == seen) {
                throw ProgramFailed.waitingForItself(patience, ledger.last());
            }
            seen = now;
        }
    }

    private boolean isOver(CompletableFuture<?> end) throws ExecutionException, InterruptedException {
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        }
    }

    private static List<Diagnostic> diagnostics(ProgramLog log, Registry registry) {
        var unlisted = registry.unlisted().stream()
                .map(type -> new Diagnostic(
                        Diagnostic.Level.WARNING,
                        "the preview has no table of what %s computes: what reads it stays unknown".formatted(type)));
        return Stream.concat(log.diagnostics().stream(), unlisted).toList();
    }
}
