package dev.palisade.e2e.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Real programs, built once from the Go modules below e2e/tools into a cache outside the tree. */
public final class Tools {
    private static final Pattern CLI_VERSION = Pattern.compile("github.com/pulumi/pulumi/pkg/v3 (v\\S+)");
    private static final Pattern KUBERNETES_VERSION = Pattern.compile("k8s.io/kubernetes (v\\S+)");
    private static final Pattern METRICS_SERVER_VERSION = Pattern.compile("sigs.k8s.io/metrics-server (v\\S+)");
    private static final Pattern KUBE_SCORE_VERSION = Pattern.compile("github.com/zegl/kube-score (v\\S+)");
    private static final Duration COLD_BUILD = Duration.ofMinutes(60);

    private Tools() {}

    /**
     * The directory that holds {@code pulumi} and {@code pulumi-language-java}; builds them when it is missing.
     *
     * @throws IOException when the cache cannot be written
     */
    public static Path pulumi() throws IOException {
        return built("pulumi", CLI_VERSION, "-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=%s");
    }

    /**
     * The directory that holds the programs of a Kubernetes cluster; builds them when it is missing.
     *
     * @throws IOException when the cache cannot be written
     */
    public static Path kubernetes() throws IOException {
        return built(
                "kubernetes",
                KUBERNETES_VERSION,
                "-s -w -X k8s.io/component-base/version.gitVersion=%1$s -X k8s.io/client-go/pkg/version.gitVersion=%1$s");
    }

    /**
     * The directory that holds {@code metrics-server}; builds it when it is missing.
     *
     * @throws IOException when the cache cannot be written
     */
    public static Path metricsServer() throws IOException {
        return built("metrics-server", METRICS_SERVER_VERSION, "-s -w");
    }

    /**
     * The directory that holds {@code kube-score}; builds it when it is missing.
     *
     * @throws IOException when the cache cannot be written
     */
    public static Path kubeScore() throws IOException {
        return built("kube-score", KUBE_SCORE_VERSION, "-s -w");
    }

    private static Path built(String name, Pattern versioned, String linking) throws IOException {
        var module = Repository.root().resolve("e2e/tools/" + name);
        var cache = cache();
        Files.createDirectories(cache);
        var built = cache.resolve(name + "-" + key(module));
        try (var lock = FileChannel.open(
                        cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid() && !Files.isDirectory(built)) {
                build(module, version(module, versioned), linking, built);
            }
        }
        return built;
    }

    private static void build(Path module, String version, String linking, Path built) throws IOException {
        var partial = Files.createTempDirectory(built.getParent(), "building");
        System.out.printf("building %s %s once into %s (minutes)%n", module.getFileName(), version, built);
        var environment = new HashMap<>(System.getenv());
        // Some of them run alone in an image.
        environment.put("CGO_ENABLED", "0");
        var outcome = Command.run(
                module,
                environment,
                COLD_BUILD,
                List.of(
                        "go",
                        "build",
                        "-trimpath",
                        "-buildvcs=false",
                        "-ldflags",
                        linking.formatted(version),
                        "-o",
                        partial + "/",
                        // What go.mod names as tools, and the module's own programs.
                        "tool",
                        "./..."));
        if (outcome.exitCode() != 0) {
            throw new IOException("go build failed: " + outcome.everything());
        }
        Files.move(partial, built, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where everything is kept that is made once. */
    public static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(it -> !it.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("palisade/tools");
    }

    private static String version(Path module, Pattern versioned) throws IOException {
        var matcher = versioned.matcher(Files.readString(module.resolve("go.mod")));
        if (!matcher.find()) {
            throw new IllegalStateException(module + "/go.mod names no version of " + versioned);
        }
        return matcher.group(1);
    }

    /** Changes with every file of the module. */
    private static String key(Path module) throws IOException {
        try (var files = Files.walk(module)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
