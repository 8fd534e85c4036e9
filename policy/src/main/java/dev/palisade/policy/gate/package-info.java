/** The one evaluator that preview, check, the real engine and the tests share. */
@NullMarked
package dev.palisade.policy.gate;

import org.jspecify.annotations.NullMarked;
