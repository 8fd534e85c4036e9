package dev.palisade.app.auth;

/** Tells that a token is not to be believed. Why not is for the log, never for the client. */
final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
