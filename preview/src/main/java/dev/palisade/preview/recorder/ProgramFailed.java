package dev.palisade.preview.recorder;

import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program did not finish: the message says why and where, without a stack trace. */
public final class ProgramFailed extends Exception {
    private static final long serialVersionUID = 1;

    private static final Pattern FRAME = Pattern.compile("\\s*(at |\\.\\.\\. \\d+ more).*");
    private static final Pattern OWN_FRAME = Pattern.compile("at dev\\.palisade\\.[\\w.$]+\\(([\\w]+\\.java:\\d+)\\)");
    private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: (.*)$");

    private final String details;

    private ProgramFailed(String message, String details) {
        super(message);
        this.details = details;
    }

    static ProgramFailed with(int exit, List<Diagnostic> diagnostics, String output) {
        var errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                .map(Diagnostic::message)
                .toList();
        var details = String.join("\n", errors) + "\n" + output;
        var said = errors.isEmpty() ? output : errors.get(0);
        return new ProgramFailed(said.isBlank() ? "the program ended with " + exit : summary(said), details.strip());
    }

    /** A program that broke the runner that it runs in: out of memory, a class that is not there. */
    static ProgramFailed throwing(CompletionException thrown) {
        var failed = new ProgramFailed(String.valueOf(thrown.getCause()), Throwables.getStackTraceAsString(thrown));
        failed.initCause(thrown);
        return failed;
    }

    static ProgramFailed waitingForItself(Duration patience, String last) {
        return new ProgramFailed(
                ("it registered nothing for %d s after %s, and did not end: look for a resource that depends on a"
                                + " component and is, or feeds, one of its children")
                        .formatted(patience.toSeconds(), last),
                "");
    }

    /** Everything that the program logged and wrote, stack traces included. */
    public String details() {
        return details;
    }

    /** The innermost cause and the program's own line that it came from; a message without a trace as it is. */
    private static String summary(String said) {
        if (said.lines().noneMatch(line -> FRAME.matcher(line).matches())) {
            return said.strip();
        }
        var causes = CAUSE.matcher(said).results().toList();
        var trace = causes.isEmpty()
                ? said
                : said.substring(causes.get(causes.size() - 1).start());
        var message = trace.lines()
                .takeWhile(line -> !FRAME.matcher(line).matches())
                .filter(line -> !line.startsWith("Running program"))
                .map(line -> line.replaceFirst("^Caused by: ", "").replaceFirst("^(?:[\\w$]+\\.)+[\\w$]+: ", ""))
                .collect(Collectors.joining("\n"));
        var place = OWN_FRAME.matcher(trace).results().findFirst().or(() -> OWN_FRAME
                .matcher(said)
                .results()
                .findFirst());
        return message.strip() + place.map(frame -> " (" + frame.group(1) + ")").orElse("");
    }
}
