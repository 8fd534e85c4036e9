package dev.palisade.app.data;

/** Tells which rule of the data interface an object breaks; the message may be shown to the client. */
final class InvalidObjectException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidObjectException(String message) {
        super(message, null, false, false);
    }
}
