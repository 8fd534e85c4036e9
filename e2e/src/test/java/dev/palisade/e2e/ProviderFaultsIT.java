package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.standin.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider fails, dies or answers garbage in the middle of an up and of a destroy. */
@TestInstance(Lifecycle.PER_CLASS)
class ProviderFaultsIT {
    private final LiveStack live;

    ProviderFaultsIT(@TempDir Path scratch) throws IOException {
        live = new LiveStack(scratch, "dev");
    }

    @Test
    void theNextCommandFinishesWhatADeadProviderLeft() throws IOException {
        assertFinished(new Fault.Dies(100));
    }

    @ParameterizedTest(name = "{0}")
    @Tag("long")
    @MethodSource("faults")
    void soItDoesAfterAnyOtherFault(Fault fault) throws IOException {
        assertFinished(fault);
    }

    private void assertFinished(Fault fault) throws IOException {
        live.behaviour().inject(fault);
        var up = live.up();
        assertThat(up.exitCode()).as(up.outcome().everything()).isNotZero();
        int made = live.cloud().things().size();
        var afterUp = live.recover();
        int whole = live.converge().made().size();

        live.behaviour().inject(fault);
        var destroy = live.pulumi().run("destroy", "--skip-preview");
        assertThat(destroy.exitCode()).as(destroy.outcome().everything()).isNotZero();
        int left = live.cloud().things().size();
        live.recover();
        live.destroy();
        System.out.printf(
                "%s: up stopped with %d of %d resources made (%d unknown to the state), destroy with %d left; then"
                        + " %d and 0, %d doubled%n",
                fault,
                made,
                whole,
                afterUp.adopted(),
                left,
                whole,
                live.cloud().doubled().size());
    }

    /** The first call, the last ones, and some between; the stack makes about 130. */
    static Stream<Fault> faults() {
        return Stream.of(
                new Fault.Fails(1),
                new Fault.Fails(30),
                new Fault.Fails(75),
                new Fault.Fails(120),
                new Fault.Dies(10),
                new Fault.Garbage(20),
                new Fault.Garbage(90));
    }

    @Test
    @Tag("long")
    void slowProvidersOnlyTakeLonger() throws IOException {
        var delay = Duration.ofMillis(300);
        live.behaviour().inject(new Fault.Slow(delay));
        var begun = Instant.now();
        int made = live.converge().made().size();
        var took = Duration.between(begun, Instant.now());
        live.behaviour().reset();
        live.destroy();
        System.out.printf(
                "%d ms more a call: up made %d resources in %d s%n", delay.toMillis(), made, took.toSeconds());
    }

    @AfterAll
    void stop() {
        live.close();
    }
}
