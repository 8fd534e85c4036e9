package dev.palisade.e2e.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One process with all it starts: it is waited for within a limit, and nothing of it is left behind.
 *
 * <p>Its output goes to files, so that a child that outlives it can't keep a reader waiting.
 */
public final class Command implements AutoCloseable {

    /** How a process ended; {@code exitCode} is 137 after SIGKILL. */
    public record Outcome(int exitCode, String output, String errors, Duration took) {

        /** Both streams, for a message. */
        public String everything() {
            return output + errors;
        }
    }

    private final Process process;
    private final List<String> line;
    private final Path output;
    private final Path errors;
    private final Instant started = Instant.now();
    private final Set<ProcessHandle> family = new LinkedHashSet<>();

    private Command(Process process, List<String> line, Path output, Path errors) {
        this.process = process;
        this.line = line;
        this.output = output;
        this.errors = errors;
    }

    /** Starts it with exactly this environment and with no standard input. */
    public static Command start(Path directory, Map<String, String> environment, List<String> line) {
        try {
            var output = Files.createTempFile("palisade-e2e", ".out");
            var errors = Files.createTempFile("palisade-e2e", ".err");
            var builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Command(builder.start(), line, output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + line, e);
        }
    }

    /** Runs it to its end; an error when that takes longer than {@code limit}. */
    public static Outcome run(Path directory, Map<String, String> environment, Duration limit, List<String> line) {
        try (var command = start(directory, environment, line)) {
            return command.await(limit);
        }
    }

    /** Waits for the end; an error when that takes longer than {@code limit}. */
    public Outcome await(Duration limit) {
        if (!ended(limit)) {
            close();
            throw new IllegalStateException(
                    "still running after " + limit + ": " + line + "\n" + text(output) + text(errors));
        }
        return new Outcome(process.exitValue(), text(output), text(errors), Duration.between(started, Instant.now()));
    }

    /** Whether it ends within this time. */
    public boolean ended(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + line, e);
        }
    }

    /** Its descendants that run now. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Sends SIGKILL to the process itself; what it started finds out by itself or goes with {@link #close}. */
    public void kill() {
        family.addAll(descendants());
        process.destroyForcibly();
    }

    /** Ends what still runs of it. */
    @Override
    public void close() {
        family.addAll(descendants());
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        delete(output);
        delete(errors);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
