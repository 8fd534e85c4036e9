package dev.palisade.app.settings;

import java.net.URI;

/** Who may use the data interface. */
public sealed interface AuthSettings {

    /** Everybody may do everything: for development alone. */
    record Disabled() implements AuthSettings {}

    /**
     * Only bearers of a token of one issuer.
     *
     * @param keySet where the issuer publishes its keys (JWKS)
     * @param issuer the required {@code iss}
     * @param audience the required {@code aud}
     */
    record Token(URI keySet, String issuer, String audience) implements AuthSettings {}
}
