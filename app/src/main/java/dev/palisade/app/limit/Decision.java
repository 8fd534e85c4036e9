package dev.palisade.app.limit;

import java.time.Duration;

/**
 * Whether one more request is within a limit.
 *
 * @param allowed whether it is
 * @param remaining requests that are left now
 * @param retryAfter until the next request is allowed; zero where this one is
 * @param reset until the whole count is available again
 */
record Decision(boolean allowed, long remaining, Duration retryAfter, Duration reset) {}
