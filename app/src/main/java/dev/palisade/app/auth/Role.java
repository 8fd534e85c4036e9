package dev.palisade.app.auth;

import io.javalin.security.RouteRole;
import java.util.Locale;

/** What a route asks of its caller. A route without a role is refused to everybody. */
public enum Role implements RouteRole {
    /** Nothing: no token needed. */
    ANYONE,
    /** The role {@code reader} in the token. */
    READER,
    /** The role {@code writer} in the token. */
    WRITER;

    /** How the token's {@code roles} claim names it. */
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
