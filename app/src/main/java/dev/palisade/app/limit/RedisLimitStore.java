package dev.palisade.app.limit;

import dev.palisade.app.settings.RateLimit;
import dev.palisade.app.settings.Secret;
import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts in Redis, across all instances. While Redis is out of reach each instance counts for itself. */
public final class RedisLimitStore implements LimitStore {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLimitStore.class);
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration RESERVE = Duration.ofSeconds(10);

    private final RedisClient client;
    private final ProxyManager<byte[]> buckets;
    private final LimitStore substitute = new InMemoryLimitStore();

    /**
     * Connects.
     *
     * @throws RedisException if Redis cannot be reached now
     */
    public RedisLimitStore(Secret url) {
        var uri = RedisURI.create(url.value());
        uri.setTimeout(TIMEOUT);
        client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        buckets = Bucket4jLettuce.casBasedBuilder(client)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(RESERVE))
                .requestTimeout(TIMEOUT)
                .build();
    }

    @Override
    public Decision count(String key, RateLimit limit) {
        try {
            var bucket = buckets.builder()
                    .build(
                            ("palisade:limit:" + key).getBytes(StandardCharsets.UTF_8),
                            () -> Buckets.configuration(limit));
            return Buckets.decision(bucket.tryConsumeAndReturnRemaining(1));
        } catch (RedisException | BucketExceptions.BucketExecutionException e) {
            LOG.warn("Redis is out of reach; counting in this instance", e);
            return substitute.count(key, limit);
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, RESERVE);
    }
}
