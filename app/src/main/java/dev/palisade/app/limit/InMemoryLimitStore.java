package dev.palisade.app.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.palisade.app.settings.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Counts in this process alone. It remembers a bounded number of clients: those that were seen last and most. */
public final class InMemoryLimitStore implements LimitStore {
    private static final int MAX_CLIENTS = 50_000;

    /** The longest period that a limit can have. */
    private static final Duration FORGET = Duration.ofDays(1);

    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    /** An empty store. */
    public InMemoryLimitStore() {
        this(TimeMeter.SYSTEM_NANOTIME, MAX_CLIENTS);
    }

    InMemoryLimitStore(TimeMeter clock, int maxClients) {
        this.clock = clock;
        buckets = Caffeine.newBuilder()
                .maximumSize(maxClients)
                .expireAfterAccess(FORGET)
                .build();
    }

    @Override
    public Decision count(String key, RateLimit limit) {
        var bucket = buckets.get(key, any -> bucket(limit));
        return Buckets.decision(bucket.tryConsumeAndReturnRemaining(1));
    }

    @Override
    public void close() {
        buckets.invalidateAll();
    }

    long clients() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(RateLimit limit) {
        return Bucket.builder()
                .addLimit(Buckets.configuration(limit).getBandwidths()[0])
                .withCustomTimePrecision(clock)
                .build();
    }
}
