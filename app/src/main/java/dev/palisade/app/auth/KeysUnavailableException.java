package dev.palisade.app.auth;

/** Tells that no key of the issuer is at hand, so that nothing can be said of a token. */
final class KeysUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    KeysUnavailableException(Throwable cause) {
        super("the issuer's keys cannot be fetched", cause);
    }
}
