package dev.palisade.preview.recorder;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Runner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program until each of its tasks has ended. The SDK's own runner asks all of them in a loop whether they have;
 * this one is told. Resources are created by the program or by what it applies to outputs, and every output is a task
 * from its construction on: when none is open, nothing more can come.
 */
final class ProgramRunner implements Runner {
    /** The tasks that have not ended, the program itself being the first. */
    private final AtomicInteger open = new AtomicInteger(1);

    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for the count to be taken.
    public <T> void registerTask(String description, CompletableFuture<T> task) {
        open.incrementAndGet();
        task.whenComplete((result, thrown) -> ended(thrown));
    }

    private void ended(@Nullable Throwable thrown) {
        if (thrown != null) {
            end.completeExceptionally(thrown);
        }
        if (open.decrementAndGet() == 0) {
            end.complete(null);
        }
    }

    /** Fails with what the first task to fail threw. */
    @Override
    public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> program) {
        var stack = ContextAwareCompletableFuture.supplyAsync(program).whenComplete((result, thrown) -> ended(thrown));
        return end.thenCombine(stack, (none, result) -> new Ended<>(result));
    }

    private static final class Ended<T> extends Result<T> {
        Ended(T result) {
            super(ProcessExitedSuccessfully, List.of(), Optional.of(result));
        }
    }
}
