package dev.palisade.preview.recorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.policy.framework.Remediation;
import dev.palisade.preview.stack.StackConfiguration;
import dev.palisade.preview.synthesis.Synthesis;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import io.grpc.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
        var engine = new EngineService();
        var ledger = new Ledger(progress);
        try (var socket = new ListeningSocket()) {
            // The program's JVM starts first: its calls wait in the socket's queue until the server is up.
            var process = start(socket.address());
            try {
                var output = new ProcessOutput(process);
                var registry = registry(ledger);
                var server = serve(socket, engine, registry);
                int exit = waitFor(process, ledger);
                server.shutdownNow();
                if (exit != 0) {
                    throw ProgramFailed.with(exit, engine.diagnostics(), output.text());
                }
                return new Recording(ledger.graph(), diagnostics(engine, registry), fixes.done());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code; a program that neither ends nor registers anything for so long waits for itself. */
    private int waitFor(Process process, Ledger ledger) throws ProgramFailed, InterruptedException {
        int seen = -1;
        while (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            int now = ledger.changes();
            if (now == seen) {
                throw ProgramFailed.waitingForItself(patience, ledger.last());
            }
            seen = now;
        }
        return process.exitValue();
    }

    private static List<Diagnostic> diagnostics(EngineService engine, Registry registry) {
        var unlisted = registry.unlisted().stream()
                .map(type -> new Diagnostic(
                        Diagnostic.Level.WARNING,
                        "the preview has no table of what %s computes: what reads it stays unknown".formatted(type)));
        return Stream.concat(engine.diagnostics().stream(), unlisted).toList();
    }

    private Registry registry(Ledger ledger) {
        return new Registry(configuration, ledger, new Synthesis(), new AwsScopes(configuration, ledger), fixes);
    }

    private static Server serve(ListeningSocket socket, EngineService engine, Registry registry) throws IOException {
        return socket.server()
                .addService(new MonitorService(registry))
                .addService(engine)
                .build()
                .start();
    }

    @SuppressFBWarnings(
            value = "COMMAND_INJECTION",
            justification = "No shell: the installation's own java, class path and main class")
    private Process start(String address) throws IOException {
        var builder = new ProcessBuilder(program.command())
                .directory(program.directory().toFile());
        var environment = builder.environment();
        // No credential and no engine of the caller may reach the program.
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("PULUMI_"));
        environment.putAll(environment(address));
        return builder.start();
    }

    private Map<String, String> environment(String address) {
        return Map.of(
                "PULUMI_MONITOR",
                address,
                "PULUMI_ENGINE",
                address,
                "PULUMI_PROJECT",
                configuration.project(),
                "PULUMI_STACK",
                configuration.stack(),
                "PULUMI_CONFIG",
                json(configuration.values()),
                "PULUMI_CONFIG_SECRET_KEYS",
                json(configuration.secretKeys()),
                "PULUMI_DRY_RUN",
                "true",
                "PULUMI_ORGANIZATION",
                "organization",
                "PULUMI_PARALLEL",
                "32");
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
