/** Builds graphs for tests of policies: the same that the engine would hand over. */
@NullMarked
package dev.palisade.policy.testkit;

import org.jspecify.annotations.NullMarked;
