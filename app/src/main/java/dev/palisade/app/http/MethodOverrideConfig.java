package dev.palisade.app.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Header;

/** Refuses requests that ask the framework to take them for another method than the firewall saw. */
public final class MethodOverrideConfig {

    /** Adds the filter. */
    public void applyTo(JavalinConfig config) {
        config.routes.before(context -> {
            if (context.header(Header.X_HTTP_METHOD_OVERRIDE) != null) {
                throw new ProblemException(400, "The method cannot be overridden.");
            }
        });
    }
}
