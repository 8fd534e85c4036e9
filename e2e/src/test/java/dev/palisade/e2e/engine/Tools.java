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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The real CLI and Java language host, built once from e2e/tools/pulumi into a cache outside the tree. */
public final class Tools {
    private static final Pattern CLI_VERSION = Pattern.compile("github.com/pulumi/pulumi/pkg/v3 (v\\S+)");
    private static final Duration COLD_BUILD = Duration.ofMinutes(30);

    private Tools() {}

    /**
     * The directory that holds {@code pulumi} and {@code pulumi-language-java}; builds them when it is missing.
     *
     * @throws IOException when the cache cannot be written
     */
    public static Path pulumi() throws IOException {
        var module = Repository.root().resolve("e2e/tools/pulumi");
        var goMod = Files.readString(module.resolve("go.mod"));
        var cache = cache();
        Files.createDirectories(cache);
        var built = cache.resolve("pulumi-" + key(goMod, Files.readString(module.resolve("go.sum"))));
        try (var lock = FileChannel.open(
                        cache.resolve("pulumi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid() && !Files.isDirectory(built)) {
                build(module, version(goMod), built);
            }
        }
        return built;
    }

    private static void build(Path module, String version, Path built) throws IOException {
        var partial = Files.createTempDirectory(built.getParent(), "building");
        System.out.printf("building Pulumi %s once into %s (minutes)%n", version, built);
        var outcome = Command.run(
                module,
                Map.copyOf(System.getenv()),
                COLD_BUILD,
                List.of(
                        "go",
                        "build",
                        "-ldflags",
                        "-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=" + version,
                        "-o",
                        partial + "/",
                        "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
                        "github.com/pulumi/pulumi-java/pkg/cmd/pulumi-language-java"));
        if (outcome.exitCode() != 0) {
            throw new IOException("go build failed: " + outcome.everything());
        }
        Files.move(partial, built, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(it -> !it.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("palisade/tools");
    }

    private static String version(String goMod) {
        var matcher = CLI_VERSION.matcher(goMod);
        if (!matcher.find()) {
            throw new IllegalStateException("e2e/tools/pulumi/go.mod names no version of the CLI");
        }
        return matcher.group(1);
    }

    private static String key(String goMod, String goSum) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((goMod + goSum).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
