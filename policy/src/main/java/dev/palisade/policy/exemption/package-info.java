/** Documented exceptions: one policy, one resource, a reason, an owner, an end, and evidence that is checked. */
@NullMarked
package dev.palisade.policy.exemption;

import org.jspecify.annotations.NullMarked;
