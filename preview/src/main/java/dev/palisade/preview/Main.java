package dev.palisade.preview;

import dev.palisade.preview.command.CommandLineTool;

/** The command {@code palisade}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = CommandLineTool.ofThisProcess().run(args);
        // Threads of the server may still be on their way out.
        Runtime.getRuntime().halt(code);
    }
}
