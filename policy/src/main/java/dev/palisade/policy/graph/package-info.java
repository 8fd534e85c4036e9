/** A stack as resources, values that may be unknown or secret, and the references between them. */
@NullMarked
package dev.palisade.policy.graph;

import org.jspecify.annotations.NullMarked;
