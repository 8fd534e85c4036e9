package dev.palisade.e2e.kubernetes;

import dev.palisade.e2e.engine.Command;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a machine must have for a cluster on it. */
final class Requirements {
    private static final List<String> PROGRAMS = List.of(
            "go",
            "containerd",
            "runc",
            "iptables",
            "nft",
            "ipset",
            "ip",
            "openssl",
            "unshare",
            "nsenter",
            "mmdebstrap");
    private static final List<String> FILES = List.of("/usr/lib/cni/ptp", "/usr/lib/postgresql", "/bin/busybox");

    private Requirements() {}

    /** What is missing, each in a few words; empty where a cluster can be started. */
    static List<String> lacking() {
        var lacking = new ArrayList<String>();
        PROGRAMS.stream()
                .filter(it -> !onPath(it))
                .map(it -> "no program " + it)
                .forEach(lacking::add);
        FILES.stream()
                .filter(it -> !Files.exists(Path.of(it)))
                .map(it -> "no " + it)
                .forEach(lacking::add);
        if (ServiceImage.jdk().isEmpty()) {
            lacking.add("no JDK 25 for the service's image, neither JAVA_HOME nor below /usr/lib/jvm");
        }
        if (lacking.isEmpty()) {
            var tried = Command.run(
                    Path.of("/"),
                    Map.copyOf(System.getenv()),
                    Duration.ofSeconds(20),
                    List.of(
                            "unshare", "--mount", "--net", "--pid", "--fork", "ip", "link", "add", "test", "type",
                            "bridge"));
            if (tried.exitCode() != 0) {
                lacking.add("namespaces are not permitted (" + tried.errors().strip() + "); run as root");
            }
        }
        return lacking;
    }

    private static boolean onPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator, -1)), Stream.of("/usr/local/go/bin"))
                .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }
}
