package dev.palisade.app.json;

/** Tells that a body is no JSON document that the service reads; the message may be shown to the client. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
