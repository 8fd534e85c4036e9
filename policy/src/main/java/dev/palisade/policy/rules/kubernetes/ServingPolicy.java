package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** A policy about the pods that run until they are stopped: a Job's end by themselves. */
abstract class ServingPolicy implements ResourcePolicy {
    @Override
    public Set<String> types() {
        return Workloads.LASTING;
    }

    @Override
    public final Verdict check(Resource workload) {
        PodSpec pod = PodSpec.of(workload);
        return pod.services().stream().map(container -> check(container, pod)).reduce(Verdict.PASS, Verdict::and);
    }

    abstract Verdict check(Container container, PodSpec pod);
}
