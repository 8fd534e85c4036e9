package dev.palisade.e2e;

import dev.palisade.e2e.standin.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine is killed with SIGKILL at random moments, the same at every run. */
class KilledEngineIT {
    private static final int ROUNDS = 10;

    @Test
    void theNextUpConvergesAfterEveryKill(@TempDir Path scratch) throws IOException {
        var random = new Random(20261122);
        try (var live = new LiveStack(scratch, "dev")) {
            live.converge();
            int pending = 0;
            for (int round = 0; round < ROUNDS; round++) {
                pending += kill(live, "destroy", random);
                pending += kill(live, "up", random);
                live.converge();
            }
            System.out.printf(
                    "killed %d times, %d operations were under way; the last state holds all %d resources%n",
                    2 * ROUNDS, pending, live.cloud().things().size());
        }
    }

    /** Kills the engine at a random moment and recovers; the number of operations that were under way. */
    private static int kill(LiveStack live, String command, Random random) throws IOException {
        live.behaviour().inject(new Fault.Slow(Duration.ofMillis(50)));
        try (var engine = live.pulumi().start(command, "--skip-preview")) {
            engine.ended(Duration.ofMillis(random.nextInt(6_000)));
            engine.kill();
        }
        int pending = live.pulumi().export().pending().size();
        live.recover();
        return pending;
    }
}
