package dev.palisade.e2e.kubernetes;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterIT {
    @Test
    void starts(@TempDir Path scratch) throws Exception {
        long t = System.nanoTime();
        try (var platform = Platform.start(scratch)) {
            System.out.println("up after " + (System.nanoTime() - t) / 1_000_000_000 + " s");
            System.out.println(platform.cluster().kubectl().text("get", "all,networkpolicies,quota,hpa", "-A"));
            Waiting.pause(java.time.Duration.ofSeconds(600));
        }
    }
}
