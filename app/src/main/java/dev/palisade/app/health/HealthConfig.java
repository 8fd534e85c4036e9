package dev.palisade.app.health;

import dev.palisade.app.auth.Role;
import dev.palisade.app.http.Get;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/** The probes. They need no token and count against no limit. */
public final class HealthConfig {

    /**
     * What a probe is told.
     *
     * @param status {@code UP} or {@code DOWN}
     */
    record Health(String status) {}

    /**
     * Both probes in one.
     *
     * @param status {@code UP} if both are
     * @param live {@code UP} whenever this can be answered
     * @param ready {@code DOWN} before the start has ended, after the order to stop and while a store is out of reach
     */
    record Overall(String status, String live, String ready) {}

    private final BooleanSupplier ready;

    /** Probes that tell what the supplier says. */
    public HealthConfig(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** Adds the routes. */
    public void applyTo(JavalinConfig config) {
        Get.route(config, "/health/live", Role.ANYONE, context -> context.json(new Health("UP")));
        Get.route(config, "/health/ready", Role.ANYONE, context -> context.json(new Health(readiness(context))));
        Get.route(config, "/health", Role.ANYONE, context -> {
            var readiness = readiness(context);
            context.json(new Overall(readiness, "UP", readiness));
        });
    }

    private String readiness(Context context) {
        var isReady = ready.getAsBoolean();
        context.status(isReady ? 200 : 503);
        return isReady ? "UP" : "DOWN";
    }
}
