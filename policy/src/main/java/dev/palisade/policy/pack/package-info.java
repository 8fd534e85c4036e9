/** The policy pack as a plugin of the real engine: serves {@code pulumirpc.Analyzer}. */
@NullMarked
package dev.palisade.policy.pack;

import org.jspecify.annotations.NullMarked;
