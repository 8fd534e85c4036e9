package dev.palisade.policy.rules.eks;

import dev.palisade.policy.graph.Property;

/** Managed node groups. */
final class Nodes {
    static final String GROUP = "aws:eks/nodeGroup:NodeGroup";
    static final Property ROLE = Property.of(GROUP, "nodeRoleArn");

    private Nodes() {}
}
