package dev.palisade.app.telemetry;

import io.javalin.http.Context;
import java.util.Set;

/** The method of a request for metrics and traces: each series costs memory, and clients can make methods up. */
final class Method {
    /** OpenTelemetry's name for all others. */
    private static final String OTHER = "_OTHER";

    private static final Set<String> KNOWN =
            Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

    private Method() {}

    static String of(Context context) {
        var name = context.method().name();
        return KNOWN.contains(name) ? name : OTHER;
    }
}
