package dev.palisade.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code package -Pimage} wrote, unpacked and, where runc is, run as the platform runs it. */
class ImageIT {
    private static final Path IMAGE = Path.of("target", "palisade-image.tar");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static JsonNode config;

    @BeforeAll
    static void unpack() throws Exception {
        assumeTrue(Files.exists(IMAGE), "no image: ./mvnw -f app package -Pimage");
        tar("-xf", IMAGE.toAbsolutePath().toString(), "-C", directory.toString());
        var manifest =
                JSON.readTree(directory.resolve("manifest.json").toFile()).get(0);
        config =
                JSON.readTree(directory.resolve(manifest.get("Config").asText()).toFile());
        Files.createDirectory(root());
        for (var layer : manifest.get("Layers")) {
            tar("-xf", directory.resolve(layer.asText()).toString(), "-C", root().toString());
        }
    }

    @Test
    void namesItselfAndAnUnprivilegedUser() {
        assertThat(config.at("/config/User").asText()).isEqualTo("1000:1000");
        assertThat(config.at("/config/Labels").properties())
                .extracting(java.util.Map.Entry::getKey)
                .contains("org.opencontainers.image.title", "org.opencontainers.image.version");
        assertThat(config.at("/created").asText()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void holdsNoProgramButJava() throws IOException {
        try (var files = Files.walk(root())) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(Files::isExecutable)
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.contains(".so")))
                    .containsExactlyInAnyOrder("java", "keytool", "jspawnhelper");
        }
    }

    @Test
    void listsItsParts() throws IOException {
        var parts = JSON.readTree(root().resolve("app/bom.json").toFile());

        assertThat(parts.get("bomFormat").asText()).isEqualTo("CycloneDX");
        try (var jars = Files.list(root().resolve("app/lib"))) {
            assertThat(parts.get("components")).hasSize((int) jars.count());
        }
    }

    @Test
    void servesAsUser1000OnAReadOnlyRootWithoutCapabilities() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "runc needs root here");
        var port = Peer.freePort();
        var bundle = Files.createDirectory(directory.resolve("bundle"));
        var runc = Peer.program("runc");
        assertThat(Peer.run(List.of(runc, "spec", "--bundle", bundle.toString()), bundle.resolve("spec.log")))
                .isZero();
        restrict(bundle.resolve("config.json"), port);
        var log = bundle.resolve("run.log");
        var process = Peer.start(List.of(runc, "run", "--bundle", bundle.toString(), "palisade-" + port), log);
        try {
            assertThat(statusWhenReady(port, process)).as(() -> read(log)).isEqualTo(200);
            var status = read(Path.of("/proc", pid(process), "status"));
            assertThat(status).containsPattern("Uid:\\s+1000\\s+1000").containsPattern("CapEff:\\s+0+\\n");
        } finally {
            Peer.stop(process);
        }
        assertThat(read(log)).contains("\"ready\"").endsWith("\n").contains("\"stopped\"");
    }

    /** The image's own command, with an archive of classes that must fit, under the platform's restrictions. */
    private static void restrict(Path specification, int port) throws IOException {
        var spec = (ObjectNode) JSON.readTree(specification.toFile());
        spec.putObject("root").put("path", root().toString()).put("readonly", true);
        var process = (ObjectNode) spec.get("process");
        process.put("terminal", false)
                .put("noNewPrivileges", true)
                .put("cwd", config.at("/config/WorkingDir").asText());
        process.putObject("user").put("uid", 1000).put("gid", 1000);
        process.putObject("capabilities");
        process.putArray("env")
                .add("PORT=" + port)
                .add("METRICS_PORT=0")
                .add("AUTH_DISABLED=true")
                .add("SHUTDOWN_DELAY_SECONDS=0")
                .add("JAVA_TOOL_OPTIONS=-Xshare:on");
        process.set("args", config.at("/config/Entrypoint"));
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

    private static int statusWhenReady(int port, Process process) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"));
        for (var i = 0; i < 300 && process.isAlive(); i++) {
            try {
                return HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        return 0;
    }

    private static String pid(Process process) {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .map(child -> String.valueOf(child.pid()))
                .findFirst()
                .orElseThrow();
    }

    private static Path root() {
        return directory.resolve("root");
    }

    private static void tar(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("tar", "--warning=no-unknown-keyword"));
        command.addAll(Stream.of(arguments).toList());
        assertThat(Peer.run(command, directory.resolve("tar.log"))).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
