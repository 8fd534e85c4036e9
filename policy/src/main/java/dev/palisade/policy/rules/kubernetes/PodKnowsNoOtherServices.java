package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;

@PolicyInfo(
        title = "Pods get no list of the namespace's services in their environment",
        severity = Severity.LOW,
        rows = {Row.C2},
        controls = {"CIS EKS 4.6.2", "NIST 800-53 SC-7", "SOC 2 CC6.6"},
        why = "The list is a map for whoever takes the pod over, and its names can overwrite the pod's own settings.",
        remedy = "Switch service links off; names are asked of the cluster's DNS.",
        snippet = "PodSpecArgs.builder().enableServiceLinks(false)")
public final class PodKnowsNoOtherServices extends PodPolicy {
    private static final Property LINKS = Property.of(Workloads.POD, "spec.enableServiceLinks");

    @Override
    Verdict check(PodSpec pod) {
        return Verdict.require(
                pod.get(LINKS).is("false"), "lists the namespace's services: enableServiceLinks is not false");
    }
}
