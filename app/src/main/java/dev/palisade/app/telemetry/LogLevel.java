package dev.palisade.app.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the service logs. */
public final class LogLevel {
    private LogLevel() {}

    /** Everything of its own, or what an operator needs. */
    public static void apply(boolean debug) {
        if (LoggerFactory.getLogger("dev.palisade") instanceof Logger logger) {
            logger.setLevel(debug ? Level.DEBUG : Level.INFO);
        }
    }
}
