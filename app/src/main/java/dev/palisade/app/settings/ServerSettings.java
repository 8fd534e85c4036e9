package dev.palisade.app.settings;

import java.time.Duration;

/**
 * The server's ports and bounds.
 *
 * @param port where requests arrive; 0 takes a free one
 * @param metricsPort where the metrics are read; 0 takes a free one
 * @param maxConcurrentRequests requests handled at one time
 * @param shutdownDelay how long requests are still served after the order to stop
 * @param shutdownTimeout how long requests in flight may take after that
 */
public record ServerSettings(
        int port, int metricsPort, int maxConcurrentRequests, Duration shutdownDelay, Duration shutdownTimeout) {}
