package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Verdict;

/** A policy about the settings of the service, which reads them from its environment. */
abstract class ServiceSettingsPolicy extends PodPolicy {
    @Override
    final Verdict check(PodSpec pod) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Container container : pod.services()) {
            Environment environment = new Environment(container);
            if (environment.isOfService()) {
                verdict = verdict.and(check(container, environment));
            }
        }
        return verdict;
    }

    abstract Verdict check(Container container, Environment environment);
}
