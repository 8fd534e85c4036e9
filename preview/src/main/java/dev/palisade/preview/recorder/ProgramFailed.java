package dev.palisade.preview.recorder;

import com.google.common.base.Throwables;
import com.pulumi.exceptions.RunException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program did not finish: the message says why and where, without a stack trace. */
public final class ProgramFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final String details;

    private ProgramFailed(String message, String details) {
        super(message);
        this.details = details.strip();
    }

    /** A program that threw: the innermost cause, and the program's own line that it came from. */
    static ProgramFailed throwing(ExecutionException thrown, String output) {
        var causes = Throwables.getCausalChain(thrown);
        var innermost = causes.get(causes.size() - 1);
        var message = Optional.ofNullable(innermost.getMessage())
                .orElseGet(() -> innermost.getClass().getSimpleName());
        // A program that ends by this exception has said all that is to be said.
        var place = innermost instanceof RunException ? "" : place(causes);
        var failed = new ProgramFailed(
                message.strip() + place, Throwables.getStackTraceAsString(causes.get(1)) + "\n" + output);
        failed.initCause(thrown);
        return failed;
    }

    /** A program that came to its end and logged errors. */
    static ProgramFailed saying(List<Diagnostic> errors, String output) {
        return new ProgramFailed(
                errors.get(0).message().strip(),
                Stream.concat(errors.stream().map(Diagnostic::message), Stream.of(output))
                        .collect(Collectors.joining("\n")));
    }

    static ProgramFailed waitingForItself(Duration patience, String last) {
        return new ProgramFailed(
                ("it registered nothing for %d s after %s, and did not end: look for a resource that depends on a"
                                + " component and is, or feeds, one of its children")
                        .formatted(patience.toSeconds(), last),
                "");
    }

    /** Everything that the program threw, logged and wrote, stack traces included. */
    public String details() {
        return details;
    }

    private static String place(List<Throwable> causes) {
        for (int cause = causes.size() - 1; cause >= 0; cause--) {
            for (var frame : causes.get(cause).getStackTrace()) {
                if (frame.getClassName().startsWith("dev.palisade.")) {
                    return " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber());
                }
            }
        }
        return "";
    }
}
