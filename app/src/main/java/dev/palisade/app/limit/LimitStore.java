package dev.palisade.app.limit;

import dev.palisade.app.settings.RateLimit;

/** Counts requests by key. */
public interface LimitStore extends AutoCloseable {

    /** Counts one request under the key, if the limit allows it. */
    Decision count(String key, RateLimit limit);

    @Override
    void close();
}
