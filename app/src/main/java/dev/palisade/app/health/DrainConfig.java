package dev.palisade.app.health;

import io.javalin.config.JavalinConfig;

/** While the service is about to stop, asks clients to open their next connection elsewhere. */
public final class DrainConfig {
    private final Readiness readiness;

    /** Drains once this says that the service is about to stop. */
    public DrainConfig(Readiness readiness) {
        this.readiness = readiness;
    }

    /** Adds the filter. */
    public void applyTo(JavalinConfig config) {
        config.routes.before(context -> {
            if (!readiness.ready()) {
                context.header("Connection", "close");
            }
        });
    }
}
