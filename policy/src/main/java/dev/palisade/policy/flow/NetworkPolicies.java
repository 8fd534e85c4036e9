package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Kubernetes NetworkPolicies let into and out of pods.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network Policies</a>
 */
final class NetworkPolicies {
    private static final String POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private static final String NAMESPACE = "kubernetes:core/v1:Namespace";
    private static final Property POLICY_NAMESPACE = Property.of(POLICY, "metadata.namespace");
    private static final Property POD_SELECTOR = Property.of(POLICY, "spec.podSelector");
    private static final Property POLICY_TYPES = Property.of(POLICY, "spec.policyTypes");
    private static final Property INGRESS = Property.of(POLICY, "spec.ingress");
    private static final Property INGRESS_FROM = Property.of(POLICY, "spec.ingress[].from");
    private static final Property INGRESS_PORTS = Property.of(POLICY, "spec.ingress[].ports");
    private static final Property EGRESS = Property.of(POLICY, "spec.egress");
    private static final Property EGRESS_TO = Property.of(POLICY, "spec.egress[].to");
    private static final Property EGRESS_PORTS = Property.of(POLICY, "spec.egress[].ports");
    private static final Property NAMESPACE_NAME = Property.of(NAMESPACE, "metadata.name");
    private static final Property NAMESPACE_LABELS = Property.of(NAMESPACE, "metadata.labels");
    /** The label that every namespace has by itself. */
    private static final String OWN_NAME = "kubernetes.io/metadata.name";

    private final Map<String, List<Resource>> byNamespace = new HashMap<>();
    private final Map<String, Optional<Map<String, String>>> labelsOf = new HashMap<>();
    private final Map<String, List<Selecting>> selecting = new HashMap<>();

    /** A policy that selects some pods, or may do so. */
    private record Selecting(Resource policy, Truth selected) {}

    NetworkPolicies(Graph graph) {
        for (Resource policy : graph.ofType(POLICY)) {
            String namespace = Workloads.namespace(policy.get(POLICY_NAMESPACE));
            byNamespace.computeIfAbsent(namespace, key -> new ArrayList<>()).add(policy);
        }
        for (Resource namespace : graph.ofType(NAMESPACE)) {
            String name = namespace.get(NAMESPACE_NAME).text().orElse(namespace.name());
            labelsOf.put(name, Workloads.labels(namespace.get(NAMESPACE_LABELS)).map(labels -> named(labels, name)));
        }
    }

    private static Map<String, String> named(Map<String, String> labels, String name) {
        Map<String, String> all = new HashMap<>(labels);
        all.put(OWN_NAME, name);
        return all;
    }

    /** What is let into these pods from an endpoint, which may be pods itself. */
    Filter ingress(Pods pods, Optional<Pods> from) {
        return filter(pods, from, pods, "Ingress");
    }

    /** What is let out of these pods to an endpoint, which may be pods itself. */
    Filter egress(Pods pods, Optional<Pods> to) {
        return filter(pods, to, to.orElse(pods), "Egress");
    }

    private Filter filter(Pods pods, Optional<Pods> peer, Pods listening, String direction) {
        List<Rule> rules = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Truth isolated = Truth.FALSE;
        for (Selecting one : selecting(pods, direction)) {
            isolated = isolated.or(one.selected());
            names.add(one.policy().name());
            PeerRules read =
                    new PeerRules(one.policy(), pods.namespace(), listening, "Ingress".equals(direction), this);
            rules.addAll(rules(read, peer, one.selected() == Truth.TRUE));
        }
        String resource = "network policies of " + pods.name();
        String way = direction.toLowerCase(Locale.ROOT);
        if (names.isEmpty()) {
            return Filter.open(resource, "none selects them for " + way);
        }
        if (isolated != Truth.TRUE) {
            rules.add(Rule.maybe(Traffic.ALL, "it is not known yet whether a policy selects them"));
        }
        String listed = names.stream().sorted().collect(Collectors.joining(", "));
        return new Filter(resource, rules, "no " + way + " rule of " + listed + " is about it");
    }

    /** The same whoever the peer is, so read once for each pods. */
    private List<Selecting> selecting(Pods pods, String direction) {
        return selecting.computeIfAbsent(
                pods.name() + " " + direction, key -> byNamespace.getOrDefault(pods.namespace(), List.of()).stream()
                        .map(policy -> new Selecting(
                                policy,
                                Selectors.matches(policy.get(POD_SELECTOR), pods.labels())
                                        .and(applies(policy, direction))))
                        .filter(one -> one.selected() != Truth.FALSE)
                        .toList());
    }

    private static List<Rule> rules(PeerRules read, Optional<Pods> peer, boolean selected) {
        List<Rule> rules = new ArrayList<>();
        List<Value> listed =
                read.policy().get(read.ingress() ? INGRESS : EGRESS).items();
        for (int i = 0; i < listed.size(); i++) {
            String text = "rule " + (read.ingress() ? "ingress[" : "egress[") + i + "] of "
                    + read.policy().name();
            Value peers = listed.get(i).get(read.ingress() ? INGRESS_FROM : EGRESS_TO);
            Value ports = listed.get(i).get(read.ingress() ? INGRESS_PORTS : EGRESS_PORTS);
            rules.addAll(read.of(peers, ports, peer, text, selected));
        }
        return rules;
    }

    /** Without {@code policyTypes} a policy is about ingress, and about egress where it has such rules. */
    private static Truth applies(Resource policy, String direction) {
        Value types = policy.get(POLICY_TYPES);
        if (types.isMissing() || (types.items().isEmpty() && !types.isUnknown())) {
            return "Ingress".equals(direction)
                    ? Truth.TRUE
                    : Truth.of(!policy.get(EGRESS).items().isEmpty());
        }
        return types.any(type -> type.is(direction));
    }

    /** Whether the namespace of this name has the labels that are asked for. */
    Truth namespaceMatches(Value selector, String namespace) {
        Optional<Map<String, String>> labels =
                labelsOf.getOrDefault(namespace, Optional.of(Map.of(OWN_NAME, namespace)));
        return Selectors.matches(selector, labels);
    }
}
