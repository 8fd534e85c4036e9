package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Deployment;
import dev.palisade.e2e.engine.Deployment.Resource;
import dev.palisade.e2e.standin.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine is killed with SIGKILL at random moments, the same at every run. */
class KilledEngineIT {

    @Test
    void theNextUpConvergesAfterAKillOfEachCommand(@TempDir Path scratch) throws IOException {
        assertConvergence(1, scratch);
    }

    @Test
    @Tag("long")
    void soItDoesAfterTwentyKills(@TempDir Path scratch) throws IOException {
        assertConvergence(10, scratch);
    }

    private static void assertConvergence(int rounds, Path scratch) throws IOException {
        var random = new Random(20261122);
        try (var live = new LiveStack(scratch, "dev")) {
            var clean = resources(live.converge());
            int made = live.cloud().things().size();
            for (int round = 0; round < rounds; round++) {
                kill(live, "destroy", 1 + random.nextInt(clean.size() / 2));
                int missing = made - live.cloud().things().size();
                kill(live, "up", 1 + random.nextInt(missing));
                assertThat(resources(live.converge())).containsExactlyInAnyOrderElementsOf(clean);
            }
            System.out.printf(
                    "killed %d times: converged %d times to the same %d resources, %d doubled, %d creations in all%n",
                    2 * rounds,
                    rounds,
                    clean.size(),
                    live.cloud().doubled().size(),
                    live.cloud().creations());
        }
    }

    private static List<String> resources(Deployment state) {
        return state.resources().stream().map(Resource::urn).toList();
    }

    /** Kills the engine in the middle of its n-th call and recovers. */
    private static void kill(LiveStack live, String command, int moment) throws IOException {
        live.behaviour().inject(new Fault.Slow(Duration.ofMillis(50)));
        try (var engine = live.pulumi().start(command, "--skip-preview")) {
            // Waits by work done, not by the clock, so that a slow machine is killed in the middle too.
            while (live.behaviour().calls() < moment) {
                assertThat(engine.ended(Duration.ofMillis(1))).as("ended early").isFalse();
            }
            engine.kill();
        }
        int exist = live.cloud().things().size();
        var recovery = live.recover();
        System.out.printf(
                "%s killed at call %d: %d resources exist, %d operations under way, state %s, %d resources unknown to"
                        + " the state%n",
                command, moment, exist, recovery.pending(), recovery.torn() ? "torn" : "whole", recovery.adopted());
    }
}
