package dev.palisade.preview.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** What a process writes to its standard output and error, drained so that it never blocks. */
final class ProcessOutput {
    private final CompletableFuture<String> out;
    private final CompletableFuture<String> err;

    ProcessOutput(Process process) {
        out = drain(process.getInputStream());
        err = drain(process.getErrorStream());
    }

    /** Everything written, once the process has ended. */
    String text() {
        return out.join() + err.join();
    }

    private static CompletableFuture<String> drain(InputStream stream) {
        var text = new CompletableFuture<String>();
        var thread = new Thread(
                () -> {
                    try {
                        text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        text.completeExceptionally(new UncheckedIOException(e));
                    }
                },
                "program output");
        thread.setDaemon(true);
        thread.start();
        return text;
    }
}
