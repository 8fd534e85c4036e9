package dev.palisade.preview.command;

import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.stack.BadInput;
import java.util.List;
import org.apache.commons.cli.Option;

/** One of the tool's commands. */
interface Command {
    String name();

    /** What it does, in a sentence. */
    String description();

    /** What it works on, as its usage shows it. */
    Operands operands();

    /** What it understands besides what every command does. */
    List<Option> options();

    /**
     * Does it.
     *
     * @return an {@link ExitCode}
     */
    int run(Given given) throws BadUsage, BadInput, ProgramFailed, InterruptedException;
}
