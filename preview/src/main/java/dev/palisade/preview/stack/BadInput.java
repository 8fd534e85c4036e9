package dev.palisade.preview.stack;

/** Something that the caller can put right: the message is one line that names the place and the remedy. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
