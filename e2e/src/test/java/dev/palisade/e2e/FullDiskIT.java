package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palisade.e2e.engine.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the state fills up in the middle of a command.
 *
 * <p>The CLI's own retries may tear the state and its backup alike, so it retains each checkpoint here. Without that, all
 * that the command made before would have to be adopted, not only what the last checkpoint was too old for.
 */
@Tag("long")
class FullDiskIT {
    private static final Map<String, String> RETAIN = Map.of("PULUMI_DIY_BACKEND_RETAIN_CHECKPOINTS", "true");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void withRoomAgainTheNextUpConverges(@TempDir Path scratch) throws IOException {
        var mounted = SmallDisk.mount(Files.createDirectories(scratch.resolve("state")));
        assumeTrue(mounted.isPresent(), "needs the right to mount");
        try (var disk = mounted.get();
                var live = new LiveStack(scratch, "dev")) {
            stop(live, disk, "up", 60);
            int whole = live.converge().made().size();
            stop(live, disk, "destroy", 30);
            assertThat(live.converge().made()).hasSize(whole);
        }
    }

    /** Lets a command run into a full disk at its n-th call, and recovers. */
    private static void stop(LiveStack live, SmallDisk disk, String command, int call) throws IOException {
        live.behaviour().reset();
        Command.Outcome outcome;
        // Few at a time: the CLI tries for half a minute to write what each resource in flight has come to.
        try (var running = live.pulumi().with(RETAIN).start(command, "--skip-preview", "--parallel", "3")) {
            while (live.behaviour().calls() < call) {
                assertThat(running.ended(Duration.ofMillis(5)))
                        .as("ended early")
                        .isFalse();
            }
            disk.fill();
            outcome = running.await(LIMIT);
        }
        disk.room();
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.everything()).contains("no space left on device");
        var recovery = live.recover();
        System.out.printf(
                "%s on a disk full from call %d: gave up after %d s; %d resources exist; state %s, %d operations under"
                        + " way, %d resources unknown to the state%n",
                command,
                call,
                outcome.took().toSeconds(),
                live.cloud().things().size(),
                recovery.torn() ? "torn, the newest whole checkpoint taken" : "whole",
                recovery.pending(),
                recovery.adopted());
    }
}
