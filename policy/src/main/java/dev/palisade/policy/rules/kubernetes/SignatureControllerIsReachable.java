package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
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
import java.util.Set;

/** The chart's pods are not in the graph; their label and the webhook's port are the chart's own. */
@PolicyInfo(
        title = "The controller that checks signatures is reached by the API server, and reaches what it asks",
        severity = Severity.MEDIUM,
        rows = {Row.X11, Row.C9},
        controls = {"NIST 800-53 SC-24", "NIST 800-53 SI-7", "NIST 800-53 CP-10", "SOC 2 A1.2"},
        why =
                "A check that fails closed and that nobody reaches stops every release, and is switched off in the first emergency.",
        remedy =
                "Select the controller's pods in a NetworkPolicy, admit the control plane to port 8443, and let out DNS and 443.",
        snippet = "NetworkRules.ingress(controlPlane, 8443)")
public final class SignatureControllerIsReachable implements RelationPolicy {
    private static final String LABEL = "app.kubernetes.io/name";
    private static final Property SELECTOR = Property.of(ClusterObjects.NETWORK_POLICY, "spec.podSelector");

    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release, Graph graph) {
        String namespace = release.get(HelmRelease.NAMESPACE).text().orElse("default");
        InNamespace policies = ClusterObjects.of(graph).networkPolicies();
        if (SignatureChecksFailClosed.isController(release) != Truth.TRUE
                || policies.any(namespace, policy -> Truth.TRUE) == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                        policies.any(namespace, policy -> allows(policy, true, "TCP", "8443")),
                        "is not reached by the API server: no NetworkPolicy admits anybody to its port 8443")
                .and(Verdict.require(
                        policies.any(namespace, policy -> allows(policy, false, "TCP", "443")),
                        "reaches neither the API server nor a registry: no NetworkPolicy lets it out to 443"))
                .and(Verdict.require(
                        policies.any(namespace, policy -> allows(policy, false, "UDP", "53")),
                        "finds no registry: no NetworkPolicy lets it ask for names on port 53"));
    }

    private static Truth allows(Resource policy, boolean ingress, String protocol, String port) {
        Value wanted = Selector.labels(policy.get(SELECTOR)).getOrDefault(LABEL, Value.missing());
        Truth selected = wanted.is("policy-controller")
                .or(() -> Truth.of(wanted.isMissing()
                        && Selector.labels(policy.get(SELECTOR)).keySet().stream()
                                .allMatch(label -> label.startsWith("app.kubernetes.io/"))));
        Truth open = NetworkPolicyRule.of(policy).stream()
                .filter(rule -> rule.isIngress() == ingress)
                .map(rule -> opens(rule.ports(), protocol, port))
                .reduce(Truth.FALSE, Truth::or);
        return selected.and(open);
    }

    private static Truth opens(Value ports, String protocol, String port) {
        return ports.isPresent().not().or(ports.any(one -> {
            Value said = one.get(NetworkPolicyRule.PROTOCOL);
            Truth spoken = said.isMissing() ? Truth.of("TCP".equals(protocol)) : said.is(protocol);
            Value number = one.get(NetworkPolicyRule.PORT);
            return spoken.and(() -> number.isMissing() ? Truth.TRUE : number.is(port));
        }));
    }
}
