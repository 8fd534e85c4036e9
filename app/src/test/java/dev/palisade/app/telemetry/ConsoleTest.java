package dev.palisade.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ConsoleTest {
    private final AtomicBoolean moreWaits = new AtomicBoolean();
    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Console console = console();

    @Test
    void writesALineAtOnceUnlessMoreWait() {
        log("alone");
        assertThat(text()).isEqualTo("alone\n");

        moreWaits.set(true);
        log("first");
        log("second");
        assertThat(text()).isEqualTo("alone\n");

        moreWaits.set(false);
        log("last");
        assertThat(text()).isEqualTo("alone\nfirst\nsecond\nlast\n");
    }

    @Test
    void losesNoLineWhenItStops() {
        moreWaits.set(true);
        log("waits");
        console.stop();

        assertThat(text()).isEqualTo("waits\n");
    }

    private void log(String message) {
        var logger = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        console.doAppend(new LoggingEvent("test", logger, Level.INFO, message, null, null));
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private Console console() {
        var made = new Console(moreWaits::get);
        made.setContext(loggers);
        made.setEncoder(new Messages());
        made.start();
        made.setOutputStream(new BufferedOutputStream(written));
        return made;
    }

    private static final class Messages extends EncoderBase<ILoggingEvent> {
        @Override
        public byte[] headerBytes() {
            return new byte[0];
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            return (event.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] footerBytes() {
            return new byte[0];
        }
    }
}
