package dev.palisade.app.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that tests start and always stop. */
final class Peer {
    private Peer() {}

    /** The program on PATH, or in one of Debian's directories for it. */
    static String program(String name) {
        var path =
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).map(Path::of);
        var found = Stream.concat(path, debian())
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException(
                        name + " is missing: apt-get install postgresql redis-server runc; pip install schemathesis"))
                .toString();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command as it is or, since PostgreSQL refuses to run as root, as the user that its package makes. */
    static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        var all = new ArrayList<>(List.of(program("runuser"), "-u", "postgres", "--"));
        all.addAll(command);
        return all;
    }

    static Process start(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .directory(new File("/tmp"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs to the end, within five minutes. */
    static int run(List<String> command, Path log) throws InterruptedException {
        var process = start(command, log);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after five minutes: " + command);
        }
        return process.exitValue();
    }

    /** Asks to stop and, after ten seconds, kills. */
    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<Path> debian() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.sorted(Comparator.reverseOrder()).map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
