/** Policies on what can be reached: the flows of the whole stack held against those that are declared. */
@NullMarked
package dev.palisade.policy.rules.exposure;

import org.jspecify.annotations.NullMarked;
