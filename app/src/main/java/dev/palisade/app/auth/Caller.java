package dev.palisade.app.auth;

import java.util.Set;

/**
 * Who a token speaks for.
 *
 * @param subject the token's {@code sub}
 * @param roles the roles that the token grants
 */
record Caller(String subject, Set<Role> roles) {
    Caller {
        roles = Set.copyOf(roles);
    }
}
