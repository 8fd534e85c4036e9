package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** Deployments, which do more than that, are another policy's. */
@PolicyInfo(
        title = "Controllers run the pods, and bring each change to all of them",
        severity = Severity.LOW,
        rows = Row.C4,
        controls = {"NIST 800-53 SI-2", "NIST 800-53 CP-10", "PCI DSS 6.3.3", "SOC 2 A1.2"},
        why = "A fix reaches no pod that waits to be deleted by hand, and a pod of its own is gone with its node.",
        remedy = "Use a Deployment for a lone pod, and updateStrategy RollingUpdate without a partition.",
        snippet = "StatefulSetUpdateStrategyArgs.builder().type(\"RollingUpdate\")")
public final class WorkloadRollsOut implements ResourcePolicy {
    private static final Property SET = Property.of(Workloads.STATEFUL_SET, "spec.updateStrategy.type");
    private static final Property DAEMON = Property.of(Workloads.DAEMON_SET, "spec.updateStrategy.type");
    private static final Property FROM =
            Property.of(Workloads.STATEFUL_SET, "spec.updateStrategy.rollingUpdate.partition");

    @Override
    public Set<String> types() {
        return Set.of(Workloads.STATEFUL_SET, Workloads.DAEMON_SET, Workloads.POD);
    }

    @Override
    public Verdict check(Resource workload) {
        return switch (workload.type()) {
            case Workloads.POD -> Verdict.fail("is a pod without a controller: nothing replaces it");
            case Workloads.DAEMON_SET -> byItself(workload.get(DAEMON));
            default -> {
                Value from = workload.get(FROM);
                yield byItself(workload.get(SET))
                        .and(Verdict.require(
                                Paths.absentOr(from, from.atMost(0)), "leaves pods as they were: partition"));
            }
        };
    }

    private static Verdict byItself(Value strategy) {
        return Verdict.require(
                Paths.absentOr(strategy, strategy.is("RollingUpdate")),
                "changes only what is deleted by hand: updateStrategy.type");
    }
}
