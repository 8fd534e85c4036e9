package dev.palisade.app.telemetry;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/** The log as it is written, from now on. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final LogstashEncoder encoder = new LogstashEncoder();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root;

    LogLines() {
        var loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = loggers.getLogger("ROOT");
        encoder.setContext(loggers);
        encoder.start();
        setContext(loggers);
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
