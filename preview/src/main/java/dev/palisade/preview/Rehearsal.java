package dev.palisade.preview;

import dev.palisade.preview.command.CommandLineTool;
import java.nio.file.Path;
import java.util.List;

/** Previews every stack once in one process, so that an archive of classes can be made of what any of them needs. */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Previews, and ends.
     *
     * @param args a directory, which gets a directory of reports for each stack, and the stacks
     */
    public static void main(String[] args) {
        var directory = Path.of(args[0]);
        for (var stack : List.of(args).subList(1, args.length)) {
            CommandLineTool.ofThisProcess()
                    .run("preview", stack, "--out", directory.resolve(stack).toString());
        }
        Runtime.getRuntime().halt(0);
    }
}
