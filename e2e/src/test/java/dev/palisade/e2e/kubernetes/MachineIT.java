package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test starts and changes for a cluster is gone with it. */
@OnCluster
class MachineIT {
    /** A sleep of so many seconds is nobody else's. */
    private static final String MARK = "86413";

    @Test
    void leavesTheRealMachineAsItWas(@TempDir Path scratch) throws IOException {
        var before = state();
        try (var machine = Machine.start(scratch)) {
            assertThat(machine.run("ip", "link", "show", "node").exitCode()).isZero();
            assertThat(machine.run("cat", "/proc/sys/kernel/panic").output()).isEqualTo("10\n");
            assertThat(state()).isEqualTo(before);
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void endsWhatHasLeftItsParentToo(@TempDir Path scratch) throws IOException {
        try (var machine = Machine.start(scratch)) {
            assertThat(machine.run("sh", "-c", "setsid sleep " + MARK + " >/dev/null 2>&1 &")
                            .exitCode())
                    .isZero();
            Waiting.until("the sleeper", Duration.ofSeconds(10), () -> sleepers() == 1, () -> "");
        }
        assertThat(sleepers()).isZero();
    }

    /** As it happens when the tests' JVM is killed. */
    @Test
    void endsWithItsStandardInput(@TempDir Path scratch) throws IOException {
        try (var machine = Machine.start(scratch)) {
            machine.daemon("sleeper", "sleep", MARK);
            Waiting.until("the sleeper", Duration.ofSeconds(10), () -> sleepers() == 1, () -> "");

            machine.hangUp();

            Waiting.until("its end", Duration.ofSeconds(10), () -> sleepers() == 0, () -> "");
        }
    }

    private static long sleepers() {
        return ProcessHandle.allProcesses()
                .map(it -> it.info().commandLine().orElse(""))
                .filter(it -> it.endsWith("sleep " + MARK) && !it.contains("nsenter"))
                .count();
    }

    private static List<String> state() throws IOException {
        var settings = new ArrayList<String>();
        for (var each :
                List.of("kernel/panic", "kernel/panic_on_oops", "vm/overcommit_memory", "net/ipv4/ip_forward")) {
            settings.add(
                    each + "=" + Files.readString(Path.of("/proc/sys", each)).strip());
        }
        return Stream.concat(
                        settings.stream(), NetworkInterface.networkInterfaces().map(NetworkInterface::getName))
                .sorted()
                .toList();
    }
}
