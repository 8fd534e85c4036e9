package dev.palisade.e2e.kubernetes;

import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.e2e.engine.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service's image as app/README.md builds it on a machine that reaches no registry of images. */
final class ServiceImage {
    private static final Duration BUILD = Duration.ofMinutes(15);
    private static final int JAVA_OF_THE_IMAGE = 25;

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

    /** A JDK that the image can be made of: {@code JAVA_HOME} or one of Debian's directory for them. */
    static Optional<Path> jdk() {
        try (var installed = Files.list(Path.of("/usr/lib/jvm"))) {
            return Stream.concat(Stream.ofNullable(System.getenv("JAVA_HOME")).map(Path::of), installed.sorted())
                    .filter(it -> version(it) >= JAVA_OF_THE_IMAGE)
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static int version(Path jdk) {
        try (var lines = Files.lines(jdk.resolve("release"))) {
            return lines.filter(it -> it.startsWith("JAVA_VERSION=\""))
                    .map(it -> it.replaceFirst("JAVA_VERSION=\"(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException notOne) {
            return 0;
        }
    }

    private static void build(Path app, Path saved) throws IOException {
        System.out.printf("building the service's image once into %s%n", saved);
        Files.createDirectories(saved.getParent());
        var base = Files.createTempFile("palisade-base", ".tar");
        run(List.of("sh", app.resolve("image/base.sh").toString(), base.toString()));
        run(List.of(
                Repository.root().resolve("mvnw").toString(),
                "-B",
                "-q",
                "-f",
                app.resolve("pom.xml").toString(),
                "-Pimage",
                "-DskipTests",
                "-Dimage.base=tar://" + base,
                "package"));
        var partial = Files.createTempFile(saved.getParent(), "building", ".tar");
        Files.copy(app.resolve("target/palisade-image.tar"), partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, saved, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(base);
    }

    private static void run(List<String> line) throws IOException {
        var environment = new HashMap<>(System.getenv());
        jdk().ifPresent(it -> environment.put("JAVA_HOME", it.toString()));
        var outcome = Command.run(Repository.root(), environment, BUILD, line);
        if (outcome.exitCode() != 0) {
            throw new IOException(line + " failed: " + outcome.everything());
        }
    }

    private static String key(Path app) throws IOException {
        try (var sources = Files.walk(app)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : sources.filter(Files::isRegularFile)
                    .filter(it -> !it.startsWith(app.resolve("target")) && !it.startsWith(app.resolve("src/test")))
                    .sorted()
                    .toList()) {
                digest.update(Files.readAllBytes(file));
            }
            digest.update(Files.readAllBytes(Repository.root().resolve("parent/pom.xml")));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
