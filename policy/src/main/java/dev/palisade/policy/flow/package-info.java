/** Who can reach what: exact sets of addresses and ports, the reachability solver and the declared flows. */
@NullMarked
package dev.palisade.policy.flow;

import org.jspecify.annotations.NullMarked;
