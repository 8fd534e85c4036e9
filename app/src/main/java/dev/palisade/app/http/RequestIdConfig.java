package dev.palisade.app.http;

import io.javalin.config.JavalinConfig;
import org.slf4j.MDC;

/** Gives each request an id, in its log lines and in its response. */
public final class RequestIdConfig {

    /** Adds the filter; it has to come first. */
    public void applyTo(JavalinConfig config) {
        config.routes.before(context -> {
            var id = RequestId.of(context);
            context.header(RequestId.HEADER, id);
            MDC.put("requestId", id);
        });
    }
}
