package dev.palisade.policy.rules.kubernetes;

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
import java.util.Optional;
import java.util.Set;

/** Several policies may share the work: one for what comes in, one for what goes out. */
@PolicyInfo(
        title = "Every namespace with pods denies all traffic by default",
        severity = Severity.HIGH,
        rows = {Row.C9, Row.A4},
        controls = {
            "CIS EKS 4.3.2",
            "NIST 800-53 SC-7(5)",
            "PCI DSS 1.3.1",
            "PCI DSS 1.3.2",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.6",
            "GDPR 25(2)"
        },
        why =
                "Without such a policy every pod of the cluster reaches every other, whatever other policies say of some of them.",
        remedy = "Add a NetworkPolicy with an empty podSelector, both policyTypes and no rule.",
        snippet = """
                NetworkPolicySpecArgs.builder()
                        .podSelector(LabelSelectorArgs.builder().build())
                        .policyTypes("Ingress", "Egress")""")
public final class NamespaceDeniesByDefault implements RelationPolicy {
    private static final Property POD_SELECTOR = Property.of(ClusterObjects.NETWORK_POLICY, "spec.podSelector");
    private static final Property POLICY_TYPES = Property.of(ClusterObjects.NETWORK_POLICY, "spec.policyTypes");
    private static final Property INGRESS = Property.of(ClusterObjects.NETWORK_POLICY, "spec.ingress");
    private static final Property EGRESS = Property.of(ClusterObjects.NETWORK_POLICY, "spec.egress");

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NAMESPACE);
    }

    @Override
    public Verdict check(Resource namespace, Graph graph) {
        Optional<String> name = Metadata.name(namespace).text();
        if (name.isEmpty()) {
            return Verdict.unknown("the namespace's name is not known yet");
        }
        if (!Pods.of(graph).mayHaveAny(name.get())) {
            return Verdict.NOT_APPLICABLE;
        }
        InNamespace policies = ClusterObjects.of(graph).networkPolicies();
        return Verdict.require(
                        policies.any(name.get(), policy -> denies(policy, "Ingress", INGRESS)),
                        "lets every pod of the cluster in: no NetworkPolicy denies ingress by default")
                .and(Verdict.require(
                        policies.any(name.get(), policy -> denies(policy, "Egress", EGRESS)),
                        "lets its pods reach everything: no NetworkPolicy denies egress by default"));
    }

    private static Truth denies(Resource policy, String direction, Property rules) {
        Value types = policy.get(POLICY_TYPES);
        Truth governs =
                types.isMissing() ? Truth.of("Ingress".equals(direction)) : types.any(type -> type.is(direction));
        return Selector.isEmpty(policy.get(POD_SELECTOR))
                .and(governs)
                .and(() -> policy.get(rules).hasItems().not());
    }
}
