package dev.palisade.app.telemetry;

import dev.palisade.app.http.ClientAddress;
import io.javalin.config.JavalinConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Writes one line for each request: never a query, a header or a body, which may hold secrets. */
public final class AccessLogConfig {
    private static final Logger LOG = LoggerFactory.getLogger("access");

    private final ClientAddress address;

    /** A log that names clients by their address. */
    public AccessLogConfig(ClientAddress address) {
        this.address = address;
    }

    /** Adds the log; it has to come after all that log too, for it forgets the request's id. */
    public void applyTo(JavalinConfig config) {
        config.requestLogger.http((context, millis) -> {
            LOG.atInfo()
                    .addKeyValue("method", context.method().name())
                    .addKeyValue("route", Route.of(context))
                    .addKeyValue("status", context.statusCode())
                    .addKeyValue("millis", millis)
                    .addKeyValue("client", address.of(context))
                    .log("request");
            MDC.clear();
        });
    }
}
