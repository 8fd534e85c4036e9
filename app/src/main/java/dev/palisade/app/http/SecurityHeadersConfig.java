package dev.palisade.app.http;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Puts the security headers on every response. */
public final class SecurityHeadersConfig {

    /** Adds them before a route is looked for, which may weaken a header for itself afterwards. */
    public void applyTo(JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(http -> http.addCustomizer(customizer()));
    }

    /** Of the server's, as it need not look for a header of the same name in a response that has none yet. */
    private static HttpConfiguration.Customizer customizer() {
        return (Request request, HttpFields.Mutable headers) -> {
            SecurityHeaders.ALL.forEach(headers::add);
            return request;
        };
    }
}
