package dev.palisade.e2e;

import dev.palisade.e2e.standin.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine is killed with SIGKILL at random moments, the same at every run. */
@Tag("long")
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
                    "killed %d times: %d operations were under way, %d times the state's backup was needed,"
                            + " %d creations were repeated; the state holds all %d resources%n",
                    2 * ROUNDS,
                    pending,
                    live.restored(),
                    live.cloud().doubled().size(),
                    live.cloud().things().size());
        }
    }

    /** Kills the engine at a random moment and recovers; the number of operations that were under way. */
    private static int kill(LiveStack live, String command, Random random) throws IOException {
        live.behaviour().inject(new Fault.Slow(Duration.ofMillis(50)));
        int moment = random.nextInt(150);
        try (var engine = live.pulumi().start(command, "--skip-preview")) {
            while (live.behaviour().calls() < moment && !engine.ended(Duration.ofMillis(1 + random.nextInt(20)))) {
                // Waits by work done, not by the clock, so that a slow machine is killed in the middle too.
            }
            engine.kill();
        }
        int pending = live.recover();
        System.out.printf("%s killed at call %d with %d operations under way%n", command, moment, pending);
        return pending;
    }
}
