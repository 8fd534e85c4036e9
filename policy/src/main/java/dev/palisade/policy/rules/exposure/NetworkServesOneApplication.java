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
import dev.palisade.policy.graph.Value;
import java.util.List;

/**
 * An application is what runs in one namespace. Add-ons and Helm releases, which run the cluster itself, do not count as
 * one.
 */
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
        Verdict verdict = Verdict.NOT_APPLICABLE;
        Resource first = null;
        Value home = Value.missing();
        for (Property namespace : SYSTEM) {
            for (Resource workload : graph.ofType(namespace.type())) {
                Value named = workload.get(namespace);
                Value place = named.isMissing() ? Value.of("default") : named;
                Truth counts = place.is("kube-system").not();
                if (counts == Truth.FALSE) {
                    continue;
                }
                if (first == null) {
                    first = workload;
                    home = place;
                }
                Truth isSecond = counts.and(
                        place.text().map(home::is).orElse(Truth.UNKNOWN).not());
                verdict = verdict.and(Verdict.require(
                        isSecond.not().or(Truth.of(workload.equals(first))),
                        workload.name() + " runs on the pod network of " + first.name()));
            }
        }
        return verdict;
    }
}
