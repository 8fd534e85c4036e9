package dev.palisade.preview.command;

import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.stack.BadInput;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a line on standard error and an exit code; stack traces only for {@code --debug}. */
final class Failures {
    private final Console console;
    private final PalisadeCommand root;

    Failures(Console console, PalisadeCommand root) {
        this.console = console;
        this.root = root;
    }

    int badUsage(ParameterException e, String[] arguments) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        say("%s; `%s --help` shows how".formatted(e.getMessage(), command), e);
        return ExitCode.BAD_INPUT;
    }

    int failed(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof BadInput) {
            say(String.valueOf(e.getMessage()), e);
            return ExitCode.BAD_INPUT;
        } else if (e instanceof ProgramFailed failed) {
            say("the program failed: " + failed.getMessage(), e);
            if (root.common().debug()) {
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
        if (root.common().debug()) {
            e.printStackTrace(console.err());
        }
    }
}
