package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** A policy about the settings of the service, which reads them from its environment: from config maps too. */
abstract class ServiceSettingsPolicy implements RelationPolicy {
    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public final Verdict check(Resource workload, Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Container container : PodSpec.of(workload).services()) {
            Environment environment = new Environment(container, graph);
            if (environment.isOfService()) {
                verdict = verdict.and(check(container, environment));
            }
        }
        return verdict;
    }

    abstract Verdict check(Container container, Environment environment);
}
