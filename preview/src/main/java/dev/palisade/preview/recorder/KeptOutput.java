package dev.palisade.preview.recorder;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is written to standard output and error while it is open: kept, so that a program can't spoil a report. */
final class KeptOutput implements AutoCloseable {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out;
    private final PrintStream err;

    KeptOutput() {
        out = System.out;
        err = System.err;
        var keeping = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setOut(keeping);
        System.setErr(keeping);
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }
}
