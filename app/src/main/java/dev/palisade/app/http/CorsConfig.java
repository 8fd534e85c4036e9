package dev.palisade.app.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets pages of named origins use the service, and refuses those of all others before a route runs. */
public final class CorsConfig {
    private final Set<String> origins;

    /** Origins such as {@code https://app.example.com}, compared as they are. */
    public CorsConfig(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Adds the filter. */
    public void applyTo(JavalinConfig config) {
        config.routes.before(this::check);
    }

    private void check(Context context) {
        context.header(Header.VARY, Header.ORIGIN);
        var origin = context.header(Header.ORIGIN);
        if (origin == null || isOwn(origin, context.header(Header.HOST))) {
            return;
        }
        if (!origins.contains(origin)) {
            throw new ProblemException(403, "Pages of this origin may not use the service.");
        }
        context.header(Header.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        context.header(
                Header.ACCESS_CONTROL_EXPOSE_HEADERS,
                "Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id");
        if (HandlerType.OPTIONS.equals(context.method())
                && context.header(Header.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            preflight(context);
        }
    }

    private static void preflight(Context context) {
        context.status(204)
                .header(Header.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST")
                .header(Header.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, X-Request-Id")
                .header(Header.ACCESS_CONTROL_MAX_AGE, "600")
                .skipRemainingHandlers();
    }

    /** A page of the service itself; behind the load balancer only the host can be compared. */
    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            return host != null && host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
