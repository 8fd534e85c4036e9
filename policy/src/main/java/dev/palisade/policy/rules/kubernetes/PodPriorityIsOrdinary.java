package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;

@PolicyInfo(
        title = "Pods outside of kube-system have no system priority",
        severity = Severity.LOW,
        rows = Row.C3,
        controls = {"NIST 800-53 SC-6", "SOC 2 A1.1"},
        why = "A pod with a system class drives DNS and the network plugin from their nodes.",
        remedy = "Leave priorityClassName out, or name a PriorityClass of the stack.",
        snippet = "PodSpecArgs.builder().priorityClassName(urgent.metadata().applyValue(m -> m.name().orElseThrow()))")
public final class PodPriorityIsOrdinary extends PodPolicy {
    private static final Property CLASS = Property.of(Workloads.POD, "spec.priorityClassName");

    private static final Property NUMBER = Property.of(Workloads.POD, "spec.priority");
    private static final int HIGHEST = 1_000_000;

    @Override
    Verdict check(PodSpec pod) {
        Truth ofSystem = Truth.of("kube-system".equals(pod.namespace()));
        return Verdict.require(
                        Paths.absentOr(pod.get(NUMBER), pod.get(NUMBER).atMost(HIGHEST))
                                .or(ofSystem),
                        "goes before the cluster's own pods: priority")
                .and(Verdict.require(
                        pod.get(CLASS)
                                .matches(name -> name.startsWith("system-"))
                                .not()
                                .or(ofSystem),
                        "has a priority of the system: priorityClassName"));
    }
}
