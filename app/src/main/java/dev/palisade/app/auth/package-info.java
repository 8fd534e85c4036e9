/** Who may do what: bearer tokens and a role for each route. */
@NullMarked
package dev.palisade.app.auth;

import org.jspecify.annotations.NullMarked;
