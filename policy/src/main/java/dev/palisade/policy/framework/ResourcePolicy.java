package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** Judges one resource by itself. The engine asks it before it creates the resource. */
public non-sealed interface ResourcePolicy extends Policy {
    /** The Pulumi type tokens that it judges. */
    Set<String> types();

    Verdict check(Resource resource);
}
