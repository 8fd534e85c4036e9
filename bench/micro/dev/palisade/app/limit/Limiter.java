package dev.palisade.app.limit;

import dev.palisade.app.settings.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to count a request of one of many clients, beside one bucket alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Limiter {
    private static final int CLIENTS = 10_000;

    private final RateLimit limit = RateLimit.parse("100/hour");
    private final InMemoryLimitStore store = new InMemoryLimitStore();
    private final String[] keys = new String[CLIENTS];
    private final Bucket bucket =
            Bucket.builder().addLimit(Buckets.configuration(limit).getBandwidths()[0]).build();
    private int next;

    /** Every client has been seen once. */
    @Setup
    public void meet() {
        for (var i = 0; i < CLIENTS; i++) {
            keys[i] = "/api/data|10.1." + i / 256 + "." + i % 256;
            store.count(keys[i], limit);
        }
    }

    /** The service's. */
    @Benchmark
    public Object count() {
        next = next == CLIENTS - 1 ? 0 : next + 1;
        return store.count(keys[next], limit);
    }

    /** The library's, for one client. */
    @Benchmark
    public ConsumptionProbe bucket() {
        return bucket.tryConsumeAndReturnRemaining(1);
    }
}
