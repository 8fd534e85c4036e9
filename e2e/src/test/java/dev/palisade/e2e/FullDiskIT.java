package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palisade.e2e.engine.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state is on a file system of its own (which only root can make) that fills up. */
@Tag("long")
class FullDiskIT {
    @Test
    void withRoomAgainTheNextUpConverges(@TempDir Path scratch) throws IOException {
        var state = Files.createDirectories(scratch.resolve("state"));
        assumeTrue(
                mount("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", state.toString()),
                "needs the right to mount");
        try (var live = new LiveStack(scratch, "dev")) {
            // One at a time: the CLI tries for half a minute to write what each resource in flight has come to.
            var up = live.up("--parallel", "1");
            assertThat(up.exitCode()).isNotZero();
            assertThat(up.outcome().everything()).contains("no space left on device");

            assertThat(mount("mount", "-o", "remount,size=64m", state.toString()))
                    .isTrue();
            live.recover();
            live.converge();
            System.out.printf(
                    "disk full: %d of %d resources were unknown to the backup%n",
                    live.cloud().doubled().size(), live.cloud().things().size());
        } finally {
            mount("umount", "--lazy", state.toString());
        }
    }

    private static boolean mount(String... line) {
        return Command.run(Path.of("/"), Map.copyOf(System.getenv()), Duration.ofSeconds(20), List.of(line))
                        .exitCode()
                == 0;
    }
}
