package dev.palisade.e2e.kubernetes;

import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.e2e.engine.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The service's image, built by its own pom and Jib on a base of this machine's JDK: no base is pulled. */
final class ServiceImage {
    private static final Duration BUILD = Duration.ofMinutes(15);

    private ServiceImage() {}

    /**
     * The saved image; built anew after a change of the service, kept outside the tree.
     *
     * @throws IOException when the cache cannot be written
     */
    static Path saved() throws IOException {
        var app = Repository.root().resolve("app");
        var saved = Tools.cache().resolve("service-" + key(app) + ".tar");
        if (!Files.exists(saved)) {
            build(app, saved);
        }
        return saved;
    }

    private static void build(Path app, Path saved) throws IOException {
        var scratch = Files.createTempDirectory("palisade-image");
        Resources.copy("image.sh", scratch);
        run(List.of(
                "sh",
                Resources.copy("base-image.sh", scratch).toString(),
                System.getProperty("java.home"),
                scratch.resolve("base.tar").toString()));
        run(List.of(
                Repository.root().resolve("mvnw").toString(),
                "-B",
                "-q",
                "-f",
                app.resolve("pom.xml").toString(),
                "-Pimage",
                "-DskipTests",
                "-Dcyclonedx.skip=true",
                "-Dimage.base=tar://" + scratch.resolve("base.tar"),
                "package",
                "jib:buildTar"));
        var partial = Files.createTempFile(saved.getParent(), "building", ".tar");
        Files.copy(app.resolve("target/palisade-image.tar"), partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, saved, StandardCopyOption.ATOMIC_MOVE);
        run(List.of("rm", "-r", scratch.toString()));
    }

    private static void run(List<String> line) throws IOException {
        var outcome = Command.run(Repository.root(), Map.copyOf(System.getenv()), BUILD, line);
        if (outcome.exitCode() != 0) {
            throw new IOException(line + " failed: " + outcome.everything());
        }
    }

    private static String key(Path app) throws IOException {
        try (var sources = Files.walk(app.resolve("src/main"))) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : sources.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
            digest.update(Files.readAllBytes(app.resolve("pom.xml")));
            digest.update(Files.readAllBytes(Repository.root().resolve("parent/pom.xml")));
            for (var text : List.of(
                    Resources.text("base-image.sh"),
                    Resources.text("image.sh"),
                    Runtime.version().toString())) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
