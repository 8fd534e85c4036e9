package dev.palisade.app.telemetry;

import io.javalin.http.Context;

/** The template of the route that a request matched: few values, and none that a client can make up. */
final class Route {
    private Route() {}

    static String of(Context context) {
        var endpoint = context.endpoints().matchedHttpEndpoint();
        return endpoint == null ? "unmatched" : endpoint.path;
    }
}
