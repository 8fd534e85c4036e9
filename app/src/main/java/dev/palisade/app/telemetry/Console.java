package dev.palisade.app.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Standard output, to which lines that wait together go together: a call of the system for each would cost more than it. */
final class Console extends ConsoleAppender<ILoggingEvent> {
    private final BooleanSupplier moreWaits;

    /** Writes a line at once unless more lines wait, which are then written too. */
    Console(BooleanSupplier moreWaits) {
        this.moreWaits = moreWaits;
    }

    @Override
    protected void append(ILoggingEvent event) {
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
