package dev.palisade.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** A PostgreSQL of its own: a temporary directory and a free port. */
final class Postgres implements AutoCloseable {
    private final Path directory;
    private final int port = Peer.freePort();
    private Process process;

    Postgres() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("palisade-postgres");
        Files.setPosixFilePermissions(directory, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        var status = Peer.run(
                Peer.unprivileged(List.of(
                        Peer.program("initdb"),
                        "-D",
                        directory + "/data",
                        "-U",
                        "app",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "-N")),
                directory.resolve("initdb.log"));
        if (status != 0) {
            throw new IllegalStateException(Files.readString(directory.resolve("initdb.log")));
        }
        start();
    }

    /** The setting {@code DATABASE_URL}. */
    String url() {
        return "postgresql://app:hunter2@127.0.0.1:" + port + "/postgres";
    }

    /** Starts it, again after a stop, and waits until it answers. */
    void start() throws InterruptedException {
        process = Peer.start(
                Peer.unprivileged(List.of(
                        Peer.program("postgres"),
                        "-D",
                        directory + "/data",
                        "-p",
                        String.valueOf(port),
                        "-h",
                        "127.0.0.1",
                        "-k",
                        directory.toString(),
                        "-c",
                        "fsync=off")),
                directory.resolve("postgres.log"));
        for (var i = 0; i < 200; i++) {
            try (var connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "app", "hunter2")) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("PostgreSQL did not start; see " + directory);
    }

    void stop() {
        // runuser passes the signal on; INT is PostgreSQL's fast shutdown, TERM waits for clients.
        process.descendants().forEach(ProcessHandle::destroy);
        Peer.stop(process);
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
