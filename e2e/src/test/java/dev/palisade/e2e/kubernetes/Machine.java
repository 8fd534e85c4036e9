package dev.palisade.e2e.kubernetes;

import dev.palisade.e2e.engine.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A machine of its own: namespaces for network, processes, mounts and host name, made by {@code machine.sh}. When it is
 * closed, or this JVM ends in whatever way, its first process ends and the kernel ends every other one with it.
 */
final class Machine implements AutoCloseable {
    /** The network namespace of everything that is not the cluster. */
    static final String OUTSIDE = "outside";

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Process unshare;
    private final long first;
    private final Path scratch;
    private final Map<String, String> environment;

    private Machine(Process unshare, long first, Path scratch, Map<String, String> environment) {
        this.unshare = unshare;
        this.first = first;
        this.scratch = scratch;
        this.environment = environment;
    }

    /** Starts it; {@code programs} come first on its PATH. */
    static Machine start(Path scratch, Path... programs) throws IOException {
        var process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--net",
                        "--uts",
                        "--ipc",
                        "--pid",
                        "--fork",
                        "--mount-proc",
                        "--kill-child=SIGKILL",
                        "sh",
                        Resources.copy("machine.sh", scratch).toString())
                .redirectError(scratch.resolve("machine.log").toFile())
                .start();
        var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(answers.readLine())) {
            process.destroyForcibly();
            throw new IOException("the machine did not start: " + Files.readString(scratch.resolve("machine.log")));
        }
        long first = process.children().findFirst().orElseThrow().pid();
        var own = Arrays.stream(programs).map(Path::toString).collect(Collectors.joining(":"));
        var path = own + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        return new Machine(
                process,
                first,
                scratch,
                Map.of(
                        "PATH",
                        path,
                        "HOME",
                        scratch.toString(),
                        "KUBECONFIG",
                        scratch.resolve("admin.kubeconfig").toString()));
    }

    /** The command line that does this inside. */
    private List<String> inside(List<String> line) {
        var all = new ArrayList<>(List.of("nsenter", "--target", String.valueOf(first)));
        all.addAll(List.of("--mount", "--net", "--uts", "--ipc", "--pid", "--wd=/", "--"));
        all.addAll(line);
        return all;
    }

    /** Runs a command inside to its end. */
    Command.Outcome run(String... line) {
        return Command.run(scratch, environment, LIMIT, inside(List.of(line)));
    }

    /** Starts a command inside without waiting for it. */
    Command start(List<String> line) {
        return Command.start(scratch, environment, inside(line));
    }

    /** The same on the host that stands for everything outside the cluster. */
    static String[] outside(String... line) {
        var all = new ArrayList<>(List.of("ip", "netns", "exec", OUTSIDE));
        all.addAll(Arrays.asList(line));
        return all.toArray(String[]::new);
    }

    /** Starts what runs as long as the machine does; its output goes to {@code <name>.log}. */
    Daemon daemon(String name, String... line) {
        var log = scratch.resolve(name + ".log").toFile();
        var builder = new ProcessBuilder(inside(List.of(line)))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new Daemon(name, builder.start(), log.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** A file in the machine's own directory. */
    Path file(String name) {
        return scratch.resolve(name);
    }

    /** Ends its standard input, as this JVM's own end would. */
    void hangUp() throws IOException {
        unshare.getOutputStream().close();
    }

    @Override
    public void close() {
        unshare.destroyForcibly();
        var init = ProcessHandle.of(first);
        init.ifPresent(ProcessHandle::destroyForcibly);
        try {
            unshare.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The kernel reports the first process as gone only after all the others are.
        Waiting.until(
                "the end of all processes of the machine",
                Duration.ofSeconds(20),
                () -> init.map(it -> !it.isAlive()).orElse(true),
                () -> "");
    }
}
