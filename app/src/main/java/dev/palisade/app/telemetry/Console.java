package dev.palisade.app.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Standard output, to which lines that wait together go together: a call of the system for each would cost more than it. */
final class Console extends ConsoleAppender<ILoggingEvent> {
    /** A thread that wakes for every line, and writes it, takes the processor from requests as often. */
    private static final long GATHERING_NANOS = 1_000_000;

    private final BooleanSupplier moreWaits;

    /** Writes a line at once unless more lines wait, which are then written too. */
    Console(BooleanSupplier moreWaits) {
        this.moreWaits = moreWaits;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!moreWaits.getAsBoolean()) {
            LockSupport.parkNanos(GATHERING_NANOS);
        }
        setImmediateFlush(!moreWaits.getAsBoolean());
        super.append(event);
    }

    @Override
    public void stop() {
        try {
            getOutputStream().flush();
        } catch (IOException e) {
            addError("the last lines are lost", e);
        }
        super.stop();
    }
}
