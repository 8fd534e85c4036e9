package dev.palisade.preview.command;

/** A command line that means nothing. The message says what is wrong with it. */
final class BadUsage extends Exception {
    private static final long serialVersionUID = 1;

    BadUsage(String message) {
        super(message);
    }

    BadUsage(String message, Throwable cause) {
        super(message, cause);
    }
}
