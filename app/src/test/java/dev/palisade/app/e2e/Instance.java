package dev.palisade.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar as a process of its own, with the image's options where this JVM knows them. */
final class Instance implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port = Peer.freePort();
    private final Path log;
    private final Process process;

    Instance(Map<String, String> settings) throws IOException, InterruptedException {
        log = Files.createTempFile("palisade-instance", ".log");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "@" + Path.of("image", "java.options").toAbsolutePath(),
                "-jar",
                jar().toString());
        builder.environment()
                .putAll(Map.of(
                        "PORT", String.valueOf(port),
                        "METRICS_PORT", "0",
                        "AUTH_DISABLED", "true",
                        "RATE_LIMIT", "100000/second",
                        "SHUTDOWN_DELAY_SECONDS", "0"));
        builder.environment().putAll(settings);
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        for (var i = 0; i < 600 && !ready(); i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    int port() {
        return port;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int get(String path) throws IOException {
        return send(request(path)).statusCode();
    }

    boolean ready() {
        try {
            return get("/health/ready") == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends the signal to stop. */
    void stop() {
        process.destroy();
    }

    /** The exit code, once the process has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running after a minute");
        }
        return process.exitValue();
    }

    List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Peer.stop(process);
        try {
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("palisade-app-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar: ./mvnw -f app package"));
        }
    }
}
