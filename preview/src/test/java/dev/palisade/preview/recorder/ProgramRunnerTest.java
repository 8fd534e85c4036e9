package dev.palisade.preview.recorder;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.deployment.internal.Runner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProgramRunnerTest {
    private final ProgramRunner runner = new ProgramRunner();

    @Test
    void isOverWhenTheProgramAndItsTasksAre() throws Exception {
        var task = new CompletableFuture<String>();

        var end = runner.runAsync(() -> {
            runner.registerTask("an output", task);
            return "stack";
        });

        assertThat(end).isNotDone();
        task.complete("known");
        assertThat(end.get(10, SECONDS).result()).contains("stack");
        assertThat(end.get(10, SECONDS).exitCode()).isEqualTo(Runner.ProcessExitedSuccessfully);
    }

    @Test
    void isNotOverWhileTheProgramRunsThoughItsTasksHaveEnded() throws Exception {
        var registered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);

        var end = runner.runAsync(() -> {
            runner.registerTask("an output", CompletableFuture.completedFuture("known"));
            registered.countDown();
            awaitQuietly(goOn);
            return "stack";
        });

        assertThat(registered.await(10, SECONDS)).isTrue();
        assertThat(end).isNotDone();
        goOn.countDown();
        assertThat(end.get(10, SECONDS).result()).contains("stack");
    }

    @Test
    void waitsForATaskThatATaskRegistered() throws Exception {
        var first = new CompletableFuture<String>();
        var second = new CompletableFuture<String>();
        runner.registerTask("what applies to the output", first.thenAccept(value -> runner.registerTask("b", second)));

        var end = runner.runAsync(() -> "stack");
        first.complete("known");

        assertThat(end).isNotDone();
        second.complete("known");
        assertThat(end.get(10, SECONDS).result()).contains("stack");
    }

    @Test
    void failsWithWhatATaskThrewAndDoesNotWaitForTheOthers() {
        runner.registerTask("never ends", new CompletableFuture<>());
        runner.registerTask("fails", CompletableFuture.failedFuture(new IllegalStateException("no zone")));

        assertThat(runner.runAsync(() -> "stack"))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withRootCauseInstanceOf(IllegalStateException.class)
                .withMessageContaining("no zone");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
