package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Verdict;

/** A policy about every container of a pod: initial and ephemeral ones too. */
abstract class ContainerPolicy extends PodPolicy {
    @Override
    final Verdict check(PodSpec pod) {
        return pod.containers().stream().map(this::check).reduce(Verdict.PASS, Verdict::and);
    }

    abstract Verdict check(Container container);
}
