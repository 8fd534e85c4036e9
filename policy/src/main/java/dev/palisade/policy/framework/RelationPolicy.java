package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** Judges a resource by what it is related to. The engine asks it once the whole stack is known. */
public non-sealed interface RelationPolicy extends Policy {
    /** The Pulumi type tokens that it judges. */
    Set<String> types();

    Verdict check(Resource resource, Graph graph);
}
