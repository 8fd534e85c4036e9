package dev.palisade.e2e.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The one thing of a cluster that namespaces do not hold: its control groups. */
final class ControlGroups {
    private static final Path ALL = Path.of("/sys/fs/cgroup");
    private static final String PODS = "kubepods";

    private ControlGroups() {}

    /** Removes those of the pods; no process is left in them. */
    static void remove() {
        for (var pods : pods()) {
            try (var below = Files.walk(pods)) {
                below.filter(Files::isDirectory)
                        .sorted(Comparator.reverseOrder())
                        .forEach(it -> it.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The pods' directory of each hierarchy: one in version 2, one for each controller in version 1. */
    private static List<Path> pods() {
        try (var below = Files.walk(ALL, 2)) {
            return below.filter(it -> it.getFileName().toString().equals(PODS))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
