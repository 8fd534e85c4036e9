package dev.palisade.preview.command;

import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.stack.BadInput;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;

/** Turns what went wrong into a line on standard error and an exit code; stack traces only for {@code --debug}. */
final class Failures {
    private final Console console;
    private final boolean debug;

    Failures(Console console, boolean debug) {
        this.console = console;
        this.debug = debug;
    }

    /** Says what went wrong with a command, by its name. */
    int exitCode(Exception e, String command) {
        if (e instanceof BadUsage) {
            say(e.getMessage() + "; `" + ("palisade " + command).strip() + " --help` shows how", e);
            return ExitCode.BAD_INPUT;
        } else if (e instanceof BadInput) {
            say(String.valueOf(e.getMessage()), e);
            return ExitCode.BAD_INPUT;
        } else if (e instanceof ProgramFailed failed) {
            say("the program failed: " + failed.getMessage(), e);
            if (debug) {
                console.err().println(failed.details());
            }
            return ExitCode.PROGRAM_FAILED;
        }
        say("a defect of this tool: %s; run again with --debug and report it".formatted(e), e);
        return ExitCode.DEFECT;
    }

    @SuppressFBWarnings(
            value = "INFORMATION_EXPOSURE_THROUGH_AN_ERROR_MESSAGE",
            justification = "The trace goes to the user's own terminal, and only where --debug asks for it")
    private void say(String message, Exception e) {
        console.err().println("error: " + message);
        if (debug) {
            e.printStackTrace(console.err());
        }
    }
}
