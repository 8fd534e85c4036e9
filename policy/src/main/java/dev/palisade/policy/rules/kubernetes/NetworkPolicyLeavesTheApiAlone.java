package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The API server answers on the first address of the range of Services too, which no route or security group sees. */
@PolicyInfo(
        title = "Network policies keep pods without a token away from the Kubernetes API",
        severity = Severity.MEDIUM,
        rows = {Row.C9, Row.C13},
        controls = {"NIST 800-53 SC-7(5)", "NIST 800-53 AC-4", "PCI DSS 1.3.2", "SOC 2 CC6.6"},
        why = "Whoever breaks into a pod asks the API server first; a pod that has no token has no business there.",
        remedy = "Take the address of the Service \"kubernetes\" out of the egress rule.",
        snippet =
                "NetworkPolicyEgressRuleArgs.builder().to(peers).ports(NetworkPolicyPortArgs.builder().port(5432).build())")
public final class NetworkPolicyLeavesTheApiAlone implements RelationPolicy {
    private static final Property RANGE =
            Property.of("aws:eks/cluster:Cluster", "kubernetesNetworkConfig.serviceIpv4Cidr");
    private static final Property SELECTOR = Property.of(ClusterObjects.NETWORK_POLICY, "spec.podSelector");
    private static final Property TOKEN = Property.of(Workloads.POD, "spec.automountServiceAccountToken");

    /** What EKS chooses where a cluster names no range. */
    private static final List<String> USUAL = List.of("172.20.0.1/32", "10.100.0.1/32");

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NETWORK_POLICY);
    }

    @Override
    public Verdict check(Resource policy, Graph graph) {
        Value selector = policy.get(SELECTOR);
        Truth silent = Pods.of(graph).in(Metadata.namespace(policy)).stream()
                .map(pod -> Selector.selects(selector, pod.labels())
                        .and(() -> pod.get(TOKEN).is("false")))
                .reduce(Truth.FALSE, Truth::or);
        AddressSet api = AddressSet.parseAll(addresses(graph));
        Verdict verdict = Verdict.PASS;
        for (NetworkPolicyRule rule : NetworkPolicyRule.of(policy)) {
            if (!rule.isIngress()) {
                Truth reaches = Truth.of(rule.addresses().filter(api::overlaps).isPresent());
                verdict = verdict.and(Verdict.require(
                        reaches.and(silent).not(), "lets pods that have no token out to the Kubernetes API: egress"));
            }
        }
        return verdict;
    }

    private static List<String> addresses(Graph graph) {
        List<String> all = new ArrayList<>(USUAL);
        for (Resource cluster : graph.ofType(RANGE.type())) {
            cluster.get(RANGE)
                    .text()
                    .filter(range -> range.matches("(\\d{1,3}\\.){3}0/\\d{1,2}")
                            && AddressSet.read(range).isPresent())
                    .ifPresent(range -> all.add(range.replaceAll("\\.0/\\d+$", ".1")));
        }
        return all;
    }
}
