/** Policies about what runs in the cluster: pods of every kind, network policies, access, placement. */
@NullMarked
package dev.palisade.policy.rules.kubernetes;

import org.jspecify.annotations.NullMarked;
