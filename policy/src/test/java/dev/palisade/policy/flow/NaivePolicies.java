package dev.palisade.policy.flow;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A small random set of pods and NetworkPolicies, judged by the letter of the Kubernetes documentation. It is data
 * alone, so that the same matrix can be tried on a real cluster.
 */
final class NaivePolicies {
    static final List<Integer> PORTS = List.of(80, 81, 5000);
    private static final List<String> NAMESPACES = List.of("one", "two");
    private static final List<String> APPS = List.of("a", "b");

    /** A pod is told by its namespace and its one label. */
    record Pod(String namespace, String app) {
        String name() {
            return namespace + "/" + app;
        }
    }

    /** A peer; null where a selector is not given. */
    record Peer(@Nullable String namespace, @Nullable String app) {
        boolean matches(String own, Pod pod) {
            boolean inNamespace = namespace == null ? pod.namespace.equals(own) : pod.namespace.equals(namespace);
            return inNamespace && (app == null || pod.app.equals(app));
        }

        Map<String, Object> spec() {
            Map<String, Object> spec = new LinkedHashMap<>();
            if (namespace != null) {
                spec.put("namespaceSelector", Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", namespace)));
            }
            if (app != null || namespace == null) {
                spec.put("podSelector", app == null ? Map.of() : Map.of("matchLabels", Map.of("app", app)));
            }
            return spec;
        }
    }

    /** Who and which ports; empty lists mean everybody and all ports. */
    record Rule(List<Peer> peers, List<Integer> ports) {
        boolean allows(String own, Pod other, int port) {
            return (peers.isEmpty() || peers.stream().anyMatch(peer -> peer.matches(own, other)))
                    && (ports.isEmpty() || ports.contains(port));
        }

        Map<String, Object> spec(String direction) {
            return Map.of(
                    direction,
                    peers.stream().map(Peer::spec).toList(),
                    "ports",
                    ports.stream()
                            .map(port -> Map.of("protocol", "TCP", "port", port))
                            .toList());
        }
    }

    /** A policy; without types it is about ingress, and about egress where it has such rules. */
    record Policy(String namespace, @Nullable String app, List<String> types, List<Rule> ingress, List<Rule> egress) {
        boolean selects(Pod pod, String type) {
            boolean applies = types.isEmpty() ? type.equals("Ingress") || !egress.isEmpty() : types.contains(type);
            return applies && pod.namespace.equals(namespace) && (app == null || pod.app.equals(app));
        }
    }

    private final Random random;
    private final List<Pod> pods = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();

    NaivePolicies(long seed) {
        random = new Random(seed);
        NAMESPACES.forEach(namespace -> APPS.forEach(app -> pods.add(new Pod(namespace, app))));
        for (int i = random.nextInt(4); i >= 0; i--) {
            policies.add(new Policy(
                    pick(NAMESPACES),
                    random.nextBoolean() ? null : pick(APPS),
                    pick(List.of(List.of(), List.of("Ingress"), List.of("Egress"), List.of("Ingress", "Egress"))),
                    rules(),
                    rules()));
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Peer> peers = new ArrayList<>();
            for (int j = random.nextInt(3); j > 0; j--) {
                peers.add(new Peer(
                        random.nextBoolean() ? null : pick(NAMESPACES), random.nextBoolean() ? null : pick(APPS)));
            }
            rules.add(new Rule(peers, pick(List.of(List.of(), List.of(80), List.of(80, 5000)))));
        }
        return rules;
    }

    List<String> names() {
        return pods.stream().map(Pod::name).toList();
    }

    boolean passes(String from, String to, int port) {
        Pod source = pod(from);
        Pod target = pod(to);
        return lets(source, target, port, "Egress") && lets(target, source, port, "Ingress");
    }

    private boolean lets(Pod pod, Pod other, int port, String type) {
        List<Policy> own =
                policies.stream().filter(policy -> policy.selects(pod, type)).toList();
        return own.isEmpty()
                || own.stream()
                        .flatMap(policy -> (type.equals("Ingress") ? policy.ingress : policy.egress).stream())
                        .anyMatch(rule -> rule.allows(pod.namespace, other, port));
    }

    private Pod pod(String name) {
        return pods.stream().filter(pod -> pod.name().equals(name)).findFirst().orElseThrow();
    }

    /** The same pods and policies as a graph. */
    Graph graph() {
        StackBuilder stack = StackBuilder.stack();
        for (Pod pod : pods) {
            stack.with(resource("kubernetes:apps/v1:Deployment", pod.namespace + "-" + pod.app)
                    .set("metadata", Map.of("name", pod.app, "namespace", pod.namespace))
                    .set("spec.template.metadata.labels", Map.of("app", pod.app)));
        }
        for (int i = 0; i < policies.size(); i++) {
            Policy policy = policies.get(i);
            Map<String, Object> selector =
                    policy.app == null ? Map.of() : Map.of("matchLabels", Map.of("app", policy.app));
            Map<String, Object> spec = new LinkedHashMap<>();
            spec.put("podSelector", selector);
            spec.put(
                    "ingress",
                    policy.ingress.stream().map(rule -> rule.spec("from")).toList());
            spec.put(
                    "egress",
                    policy.egress.stream().map(rule -> rule.spec("to")).toList());
            if (!policy.types.isEmpty()) {
                spec.put("policyTypes", policy.types);
            }
            stack.with(resource("kubernetes:networking.k8s.io/v1:NetworkPolicy", "policy-" + i)
                    .set("metadata", Map.of("name", "policy-" + i, "namespace", policy.namespace))
                    .set("spec", spec));
        }
        return stack.build();
    }
}
