package dev.palisade.app.http;

import io.javalin.config.JavalinConfig;

/** Puts the security headers on every response. */
public final class SecurityHeadersConfig {

    /** Adds the filter; a route may weaken a header for itself afterwards. */
    public void applyTo(JavalinConfig config) {
        config.routes.before(context -> SecurityHeaders.ALL.forEach(context::header));
    }
}
