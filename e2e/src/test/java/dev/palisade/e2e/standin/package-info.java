/** Stand-ins for the {@code aws}, {@code eks}, {@code kubernetes} and {@code docker} providers, with a cloud in memory. */
@NullMarked
package dev.palisade.e2e.standin;

import org.jspecify.annotations.NullMarked;
