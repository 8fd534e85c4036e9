package dev.palisade.e2e.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A process that runs as long as its machine does. */
record Daemon(String name, Process process, Path log) {
    private static final int LAST_LINES = 15;

    /** Waits until it works; an error with the end of its log when it has ended or needs too long. */
    void awaits(Duration limit, BooleanSupplier works) {
        Waiting.until(
                name + " to work",
                limit,
                () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(name + " has ended:\n" + news());
                    }
                    return works.getAsBoolean();
                },
                this::news);
    }

    /** All that it has written. */
    String everything() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of its log. */
    String news() {
        List<String> lines = everything().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
