package dev.palisade.app.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The image's own command, run by runc under the platform's restrictions. */
final class Container implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FILES = 15_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Peer.freePort();
    private final Path log;
    private final Process process;

    /** Runs an unpacked image until it is ready. */
    Container(UnpackedImage image, Path bundle) throws IOException, InterruptedException {
        log = bundle.resolve("run.log");
        var runc = Peer.program("runc");
        if (Peer.run(List.of(runc, "spec", "--bundle", bundle.toString()), log) != 0) {
            throw new IllegalStateException(log());
        }
        restrict(bundle.resolve("config.json"), image);
        process = Peer.start(List.of(runc, "run", "--bundle", bundle.toString(), "palisade-" + port), log);
        for (var i = 0; i < 300 && !ready(); i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException(log());
            }
            Thread.sleep(100);
        }
    }

    int port() {
        return port;
    }

    boolean ready() throws InterruptedException {
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        var request = request("/api/data").header("Content-Type", "application/json");
        return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** What the kernel tells of the JVM. */
    String status() throws IOException {
        var pid = process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow()
                .pid();
        return Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
    }

    /** The most memory that it had at one time, files that it maps among it. */
    long mebibytesAtMost() throws IOException {
        var most = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(status());
        if (!most.find()) {
            throw new IllegalStateException(log());
        }
        return Long.parseLong(most.group(1)) / 1024;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Peer.stop(process);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private void restrict(Path specification, UnpackedImage image) throws IOException {
        var spec = (ObjectNode) JSON.readTree(specification.toFile());
        spec.putObject("root").put("path", image.root().toString()).put("readonly", true);
        var of = image.config().get("config");
        var command = (ObjectNode) spec.get("process");
        command.put("terminal", false)
                .put("noNewPrivileges", true)
                .put("cwd", of.get("WorkingDir").asText());
        command.putObject("user").put("uid", 1000).put("gid", 1000);
        command.putObject("capabilities");
        var variables = command.putArray("env");
        of.get("Env").forEach(variables::add);
        variables
                .add("PORT=" + port)
                .add("METRICS_PORT=0")
                .add("AUTH_DISABLED=true")
                .add("RATE_LIMIT=1000000/second")
                .add("SHUTDOWN_DELAY_SECONDS=0")
                // The archive of classes must fit.
                .add("JAVA_TOOL_OPTIONS=-Xshare:on");
        command.set("args", of.get("Entrypoint"));
        // Each connection is an open file, of which runc's sample allows 1024.
        command.putArray("rlimits")
                .addObject()
                .put("type", "RLIMIT_NOFILE")
                .put("soft", FILES)
                .put("hard", FILES);
        var linux = (ObjectNode) spec.get("linux");
        linux.remove("resources");
        // Not the network's: the test speaks to it on the loopback address.
        var namespaces = linux.putArray("namespaces");
        List.of("mount", "pid", "ipc", "uts")
                .forEach(type -> namespaces.addObject().put("type", type));
        var mounts = spec.putArray("mounts");
        mounts.addObject().put("destination", "/proc").put("type", "proc").put("source", "proc");
        mounts.addObject().put("destination", "/dev").put("type", "tmpfs").put("source", "tmpfs");
        mounts.addObject().put("destination", "/tmp").put("type", "tmpfs").put("source", "tmpfs");
        JSON.writeValue(specification.toFile(), spec);
    }
}
