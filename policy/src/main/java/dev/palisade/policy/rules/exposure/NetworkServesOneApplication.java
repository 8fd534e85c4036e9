package dev.palisade.policy.rules.exposure;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;

/** Add-ons and Helm releases, which run the cluster itself, do not count as applications. */
@PolicyInfo(
        title = "One application has the pod network to itself",
        severity = Severity.MEDIUM,
        rows = {Row.A3, Row.A4, Row.C9},
        controls = {"CIS EKS 5.4.3", "NIST 800-53 SC-39", "PCI DSS 2.2.3", "SOC 2 CC6.6"},
        why = "A service that listens on all of its addresses is exposed to every neighbour on its network.",
        remedy = "Give the second application a cluster, or at least a VPC, of its own.",
        snippet = "NetworkPolicySpecArgs.builder().podSelector(Labels.selector()).policyTypes(\"Ingress\", \"Egress\")")
public final class NetworkServesOneApplication implements StackPolicy {
    private static final List<Property> SYSTEM = List.of(
            Property.of("kubernetes:apps/v1:Deployment", "metadata.namespace"),
            Property.of("kubernetes:apps/v1:StatefulSet", "metadata.namespace"),
            Property.of("kubernetes:apps/v1:DaemonSet", "metadata.namespace"),
            Property.of("kubernetes:apps/v1:ReplicaSet", "metadata.namespace"),
            Property.of("kubernetes:core/v1:Pod", "metadata.namespace"));

    @Override
    public Verdict check(Graph graph) {
        Truth isSecond = Truth.FALSE;
        String first = "";
        String second = "";
        for (Property namespace : SYSTEM) {
            for (Resource workload : graph.ofType(namespace.type())) {
                Truth counts = workload.get(namespace).is("kube-system").not();
                if (counts == Truth.FALSE) {
                    continue;
                }
                if (first.isEmpty()) {
                    first = workload.name();
                } else {
                    isSecond = isSecond.or(counts);
                    second = workload.name();
                }
            }
        }
        if (first.isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(isSecond.not(), second + " runs on the pod network of " + first);
    }
}
