package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** A policy about the pods of workloads of every kind. */
abstract class PodPolicy implements ResourcePolicy {
    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public final Verdict check(Resource workload) {
        return check(PodSpec.of(workload));
    }

    abstract Verdict check(PodSpec pod);
}
