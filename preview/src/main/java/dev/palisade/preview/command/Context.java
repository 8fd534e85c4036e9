package dev.palisade.preview.command;

import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * What every command works with.
 *
 * @param judge gets ready from the tool's first instant on, beside whatever comes before the judging
 */
record Context(
        Console console, InputStream in, Installation installation, Clock clock, CompletableFuture<Judge> judge) {
    Context(Console console, InputStream in, Installation installation, Clock clock) {
        this(console, in, installation, clock, CompletableFuture.supplyAsync(() -> Judge.ready(clock)));
    }
}
