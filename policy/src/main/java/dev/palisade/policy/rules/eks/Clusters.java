package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The cluster in its two forms: AWS's resource, and the packaged component of pulumi-eks that makes it. The real engine
 * hides the inputs of a component from policies; there its child alone is judged.
 */
final class Clusters {
    static final String CLUSTER = "aws:eks/cluster:Cluster";
    static final String COMPONENT = "eks:index:Cluster";
    static final Set<String> BOTH = Set.of(CLUSTER, COMPONENT);

    private Clusters() {}

    static Verdict judge(Resource cluster, Supplier<Verdict> question) {
        return cluster.is(COMPONENT) && cluster.inputs().values().isEmpty() ? Verdict.NOT_APPLICABLE : question.get();
    }

    static Value read(Resource cluster, Property raw, Property component) {
        return cluster.get(property(cluster, raw, component));
    }

    static Property property(Resource cluster, Property raw, Property component) {
        return cluster.is(COMPONENT) ? component : raw;
    }
}
