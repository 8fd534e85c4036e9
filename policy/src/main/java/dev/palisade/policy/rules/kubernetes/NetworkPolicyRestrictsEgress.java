package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameter;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** DNS goes to the cluster's own resolver alone: a resolver of somebody else's is a way out for data. */
@PolicyInfo(
        title = "Network policies let pods out to known ports, and to the cluster's DNS alone",
        severity = Severity.MEDIUM,
        rows = Row.C9,
        controls = {"NIST 800-53 SC-7(4)", "NIST 800-53 SC-20", "PCI DSS 1.3.2", "SOC 2 CC6.7", "GDPR 32(1)(b)"},
        why = "Whoever breaks into a pod needs a way out, and DNS to a foreign resolver is the usual one.",
        remedy =
                "Allow port 53 to the pods k8s-app=kube-dns of kube-system, and otherwise the ports that the service needs.",
        snippet = """
                NetworkPolicyPeerArgs.builder()
                        .namespaceSelector(labels("kubernetes.io/metadata.name", "kube-system"))
                        .podSelector(labels("k8s-app", "kube-dns"))""")
public final class NetworkPolicyRestrictsEgress implements ResourcePolicy, Parameterised {
    private static final Parameter PORTS = Parameter.texts(
            "allowedEgressPorts",
            List.of("53", "443", "5432", "6379", "4318"),
            "Ports that pods may reach: DNS, HTTPS, PostgreSQL, Redis, OTLP.");

    private final List<String> ports;

    public NetworkPolicyRestrictsEgress() {
        this(Arguments.fallbacks(List.of(PORTS)));
    }

    private NetworkPolicyRestrictsEgress(Arguments arguments) {
        ports = arguments.texts(PORTS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(PORTS);
    }

    @Override
    public Policy with(Arguments arguments) {
        return new NetworkPolicyRestrictsEgress(arguments);
    }

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NETWORK_POLICY);
    }

    @Override
    public Verdict check(Resource policy) {
        Verdict verdict = Verdict.PASS;
        for (NetworkPolicyRule rule : NetworkPolicyRule.of(policy)) {
            if (!rule.isIngress()) {
                Truth dns = rule.ports()
                        .any(port -> port.get(NetworkPolicyRule.PORT).is("53"));
                verdict = verdict.and(Verdict.require(
                                rule.ports().all(port -> port.get(NetworkPolicyRule.PORT)
                                        .matches(ports::contains)),
                                "lets pods out to a port that is not known: egress"))
                        .and(Verdict.require(
                                dns.not().or(() -> rule.peers().all(NetworkPolicyRestrictsEgress::isResolver)),
                                "lets pods ask resolvers beside the cluster's own: egress to port 53"));
            }
        }
        return verdict;
    }

    private static Truth isResolver(Value peer) {
        Value namespaces = peer.get(NetworkPolicyRule.NAMESPACES);
        Value pods = peer.get(NetworkPolicyRule.PODS);
        return label(namespaces, "kubernetes.io/metadata.name")
                .is("kube-system")
                .and(label(pods, "k8s-app").is("kube-dns"));
    }

    private static Value label(Value selector, String name) {
        return selector.isUnknown()
                ? Value.unknown()
                : Selector.labels(selector).getOrDefault(name, Value.missing());
    }
}
