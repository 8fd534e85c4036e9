package dev.palisade.policy.graph;

import java.util.Set;

/**
 * What a provider or API server writes into an object that the program gave, for itself and about itself. That it is
 * there changes nothing of what was asked for.
 */
final class Bookkeeping {
    private static final Set<String> NAMES = Set.of(
            // Kubernetes: ObjectMeta, and the address that a Service is given.
            "creationTimestamp",
            "generation",
            "managedFields",
            "resourceVersion",
            "selfLink",
            "uid",
            "clusterIP",
            "clusterIPs",
            // EKS: the group that it makes for the cluster.
            "clusterSecurityGroupId");

    private Bookkeeping() {}

    static boolean is(String name) {
        return NAMES.contains(name);
    }
}
