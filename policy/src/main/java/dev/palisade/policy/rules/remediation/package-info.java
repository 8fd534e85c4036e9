/** Fixes that the engine may apply before a resource is created. */
@NullMarked
package dev.palisade.policy.rules.remediation;

import org.jspecify.annotations.NullMarked;
