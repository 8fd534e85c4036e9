package dev.palisade.e2e.kubernetes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A registry inside the machine, so that {@code imagePullPolicy: Always} can be kept. */
final class Registry {
    /** The registry's name to containerd. */
    static final String HOST = "registry.test";

    static final String SERVICE = "palisade/service:1";
    static final String TOOLS = "tools:1";

    private static final Duration START = Duration.ofMinutes(1);

    private Registry() {}

    /**
     * Starts it with the images of the cluster's own pods, of the tests' tools and of the service.
     *
     * @return the digest of each
     */
    static Map<String, String> start(Machine machine, Path programs, Path service) throws IOException {
        var daemon = machine.daemon(
                "registry",
                "registry",
                Worker.REGISTRY,
                "pause:1=" + programs.resolve("pause"),
                "coredns:1=" + programs.resolve("coredns"),
                TOOLS + "=" + tools(machine, programs),
                SERVICE + "=" + service);
        daemon.awaits(START, () -> lines(daemon).anyMatch("ready"::equals));
        return lines(daemon)
                .map(it -> List.of(it.split(" ", -1)))
                .filter(it -> it.size() == 2 && it.get(1).startsWith("sha256:"))
                .collect(Collectors.toMap(it -> it.get(0), it -> it.get(1)));
    }

    private static Path tools(Machine machine, Path programs) throws IOException {
        var tools = machine.file("tools.tar");
        Resources.copy("image.sh", machine.file(""));
        var made = machine.run(
                "sh",
                Resources.copy("tools-image.sh", machine.file("")).toString(),
                programs.resolve("probe").toString(),
                tools.toString());
        if (made.exitCode() != 0) {
            throw new IOException("no image of the tools: " + made.everything());
        }
        return tools;
    }

    private static Stream<String> lines(Daemon daemon) {
        return daemon.everything().lines();
    }
}
