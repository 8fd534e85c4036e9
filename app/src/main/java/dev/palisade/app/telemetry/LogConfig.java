package dev.palisade.app.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What the service logs, and how much. */
public final class LogConfig {
    private LogConfig() {}

    /** Takes over what libraries log in the JDK's way; logs everything of its own, or what an operator needs. */
    public static void apply(boolean debug) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        if (LoggerFactory.getLogger("dev.palisade") instanceof Logger logger) {
            logger.setLevel(debug ? Level.DEBUG : Level.INFO);
        }
    }

    /** Writes what still waits, and logs nothing from then on. */
    public static void stop() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.stop();
        }
    }
}
