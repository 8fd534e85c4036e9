package dev.palisade.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.settings.RateLimit;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InMemoryLimitStoreTest {
    private static final RateLimit HUNDRED_AN_HOUR = new RateLimit(100, Duration.ofHours(1));

    private final Clock clock = new Clock();
    private final InMemoryLimitStore store = new InMemoryLimitStore(clock, 10);

    @Test
    void givesOneRequestBackEach36Seconds() {
        for (var i = 99; i >= 0; i--) {
            assertThat(store.count("a", HUNDRED_AN_HOUR).remaining()).isEqualTo(i);
        }
        var refused = store.count("a", HUNDRED_AN_HOUR);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(36));
        assertThat(refused.reset()).isEqualTo(Duration.ofHours(1));

        clock.pass(Duration.ofSeconds(35));
        assertThat(store.count("a", HUNDRED_AN_HOUR).allowed()).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(store.count("a", HUNDRED_AN_HOUR).allowed()).isTrue();
        assertThat(store.count("a", HUNDRED_AN_HOUR).allowed()).isFalse();
    }

    @Test
    void countsEachClientForItself() {
        var once = new RateLimit(1, Duration.ofHours(1));

        assertThat(store.count("a", once).allowed()).isTrue();
        assertThat(store.count("b", once).allowed()).isTrue();
        assertThat(store.count("a", once).allowed()).isFalse();
    }

    @Test
    void remembersABoundedNumberOfClients() {
        for (var i = 0; i < 10_000; i++) {
            store.count("client-" + i, HUNDRED_AN_HOUR);
        }

        assertThat(store.clients()).isBetween(1L, 10L);
    }

    @Test
    void forgetsEverybodyWhenItCloses() {
        store.count("a", HUNDRED_AN_HOUR);

        store.close();

        assertThat(store.clients()).isZero();
    }

    @Property(tries = 200)
    void neverAllowsMoreThanTheCountAndWhatCameBack(
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll @Size(max = 60) java.util.List<@IntRange(min = 0, max = 3000) Integer> pauses) {
        var ticks = new Clock();
        var fresh = new InMemoryLimitStore(ticks, 10);
        var limit = new RateLimit(count, Duration.ofSeconds(10));
        var allowed = 0;
        for (var pause : pauses) {
            ticks.pass(Duration.ofMillis(pause));
            allowed += fresh.count("a", limit).allowed() ? 1 : 0;
        }
        var elapsed = Duration.ofNanos(ticks.currentTimeNanos()).toMillis();
        assertThat((long) allowed).isLessThanOrEqualTo(count + elapsed * count / 10_000 + 1);
    }

    private static final class Clock implements TimeMeter {
        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
