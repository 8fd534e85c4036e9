package dev.palisade.e2e.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Removes what a cluster has left in its own directory. */
final class Scratch {
    private Scratch() {}

    static void remove(Path directory) throws IOException {
        try (var below = Files.walk(directory)) {
            for (var each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
