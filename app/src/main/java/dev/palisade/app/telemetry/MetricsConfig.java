package dev.palisade.app.telemetry;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Times requests by method, route and status. Refused tokens and exceeded limits are its 401, 403 and 429. */
public final class MetricsConfig {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final Metrics metrics;

    /** Timers among these metrics. */
    public MetricsConfig(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Adds the timer. */
    public void applyTo(JavalinConfig config) {
        config.requestLogger.http((context, millis) -> Timer.builder("http.server.requests")
                .tag("method", context.method().name())
                .tag("route", Route.of(context))
                .tag("status", String.valueOf(context.statusCode()))
                .serviceLevelObjectives(BOUNDS)
                .register(metrics.registry())
                .record(Duration.ofNanos((long) (millis * 1_000_000))));
    }
}
