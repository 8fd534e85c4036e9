/** Policies on logs, alarms and what carries them to somebody. */
@NullMarked
package dev.palisade.policy.rules.observability;

import org.jspecify.annotations.NullMarked;
