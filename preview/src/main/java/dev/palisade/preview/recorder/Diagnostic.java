package dev.palisade.preview.recorder;

/** A message of the program to its user, as {@code ctx.log()} sends it. */
public record Diagnostic(Level level, String message) {
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
