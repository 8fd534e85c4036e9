package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Graph;

/** Judges the stack as a whole: what must be there at all. */
public non-sealed interface StackPolicy extends Policy {
    Verdict check(Graph graph);
}
