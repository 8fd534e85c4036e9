package dev.palisade.app.telemetry;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashCommonFieldNames;
import net.logstash.logback.fieldnames.LogstashFieldNames;

/**
 * Logs to standard output, a JSON object a line. In code and not in XML, which a start would have to parse, and which could
 * not tell the console whether more lines wait.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class JsonLog extends ContextAwareBase implements Configurator {
    /** Lines that wait longer than the young part of the heap is filled grow old; with more than this, requests wait. */
    private static final int WAITING = 512;

    private static final int STOP_MILLIS = 5000;

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        var root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(queue(loggers));
        List.of("io.javalin", "org.eclipse.jetty")
                .forEach(noisy -> loggers.getLogger(noisy).setLevel(Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** One thread writes: requests wait for no pipe, and lines share one set of buffers. Nothing is dropped. */
    private static AsyncAppender queue(LoggerContext loggers) {
        var queue = new AsyncAppender();
        queue.setContext(loggers);
        queue.setQueueSize(WAITING);
        queue.setDiscardingThreshold(0);
        queue.setMaxFlushTime(STOP_MILLIS);
        queue.addAppender(console(loggers, queue));
        queue.start();
        return queue;
    }

    private static Console console(LoggerContext loggers, AsyncAppender queue) {
        var names = new LogstashFieldNames();
        names.setVersion(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
        names.setLevelValue(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
        names.setThread(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
        var encoder = new LogstashEncoder();
        encoder.setContext(loggers);
        encoder.setFieldNames(names);
        encoder.start();
        var console = new Console(() -> queue.getNumberOfElementsInQueue() > 0);
        console.setContext(loggers);
        console.setEncoder(encoder);
        console.start();
        return console;
    }
}
