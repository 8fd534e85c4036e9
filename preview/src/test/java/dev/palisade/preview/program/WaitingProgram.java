package dev.palisade.preview.program;

import com.pulumi.Context;
import com.pulumi.core.Output;
import java.util.concurrent.CompletableFuture;

/** Waits for what it is never given, as a program does whose resources wait for each other; and prints meanwhile. */
public final class WaitingProgram implements AutoCloseable {
    private final CompletableFuture<String> awaited = new CompletableFuture<>();

    @SuppressWarnings("SystemOut") // What a program prints is the subject here.
    public void stack(Context context) {
        System.out.println("printed by the program");
        context.export("awaited", Output.of(awaited));
    }

    /** Lets the program go. */
    @Override
    public void close() {
        awaited.complete("");
    }
}
