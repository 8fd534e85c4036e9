/** Policies about what the delivery of images leaves in the stack. */
@NullMarked
package dev.palisade.policy.rules.delivery;

import org.jspecify.annotations.NullMarked;
