package dev.palisade.app.telemetry;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

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
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    /** Timers among these metrics. */
    public MetricsConfig(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Adds the timer. */
    public void applyTo(JavalinConfig config) {
        config.requestLogger.http((context, millis) -> timers.computeIfAbsent(
                        new Series(Method.of(context), Route.of(context), context.statusCode()), this::timer)
                .record((long) (millis * 1_000_000), TimeUnit.NANOSECONDS));
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.requests")
                .tag("method", series.method())
                .tag("route", series.route())
                .tag("status", String.valueOf(series.status()))
                .serviceLevelObjectives(BOUNDS)
                .register(metrics.registry());
    }

    private record Series(String method, String route, int status) {}
}
