package dev.palisade.e2e.kubernetes;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes about by itself, and not for ever. */
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(200);

    private Waiting() {}

    /**
     * Asks again and again.
     *
     * @throws IllegalStateException with {@code news} when it has not come about within {@code limit}
     */
    static void until(String what, Duration limit, BooleanSupplier done, Supplier<String> news) {
        long end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + limit + ": " + what + "\n" + news.get());
            }
            pause(STEP);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
