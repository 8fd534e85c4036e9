/** Policies on secrets: where they are kept, and that they are nowhere else. */
@NullMarked
package dev.palisade.policy.rules.secrets;

import org.jspecify.annotations.NullMarked;
