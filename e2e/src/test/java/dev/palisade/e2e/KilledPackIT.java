package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.standin.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy pack dies while the stack is being made. */
class KilledPackIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void withoutItsPackAnUpStopsAndTheNextOneConverges(@TempDir Path scratch) throws IOException {
        try (var live = new LiveStack(scratch, "dev")) {
            live.behaviour().inject(new Fault.Slow(Duration.ofMillis(100)));
            try (var up = live.startGated("up", "--skip-preview")) {
                while (live.cloud().creations() < 20) {
                    assertThat(up.ended(Duration.ofMillis(20)))
                            .as("ended early")
                            .isFalse();
                }
                live.killPack();
                assertThat(up.await(LIMIT).exitCode()).isNotZero();
            }
            int made = live.cloud().things().size();
            var recovery = live.recover();
            int whole = live.converge().made().size();
            assertThat(made).isLessThan(whole);
            System.out.printf(
                    "pack killed: up stopped with %d of %d resources made, %d operations under way, %d unknown to the"
                            + " state; then %d, %d doubled%n",
                    made,
                    whole,
                    recovery.pending(),
                    recovery.adopted(),
                    whole,
                    live.cloud().doubled().size());
        }
    }
}
