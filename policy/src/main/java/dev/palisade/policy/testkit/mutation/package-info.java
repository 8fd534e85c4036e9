/** Weakens a compliant graph in every single place, to see which policy notices. */
@NullMarked
package dev.palisade.policy.testkit.mutation;

import org.jspecify.annotations.NullMarked;
