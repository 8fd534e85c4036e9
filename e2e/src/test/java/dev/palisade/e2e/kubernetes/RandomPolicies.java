package dev.palisade.e2e.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** NetworkPolicies by chance, over the pods of {@link Neighbours}: each selector, peer and port form that there is. */
final class RandomPolicies {
    private static final List<List<String>> TYPES =
            List.of(List.of(), List.of("Ingress"), List.of("Egress"), List.of("Ingress", "Egress"));
    /** Ports of a rule; none means all, and "web" is a name that pods give to 80. */
    private static final List<List<Object>> PORTS =
            List.of(List.of(), List.of(80), List.of(80, 5000), List.of("web"), List.of(81));

    private final Random random;

    RandomPolicies(long seed) {
        // Seeds that differ by one would begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** From one to four policies, as manifests. */
    List<Map<String, Object>> draw() {
        var policies = new ArrayList<Map<String, Object>>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            var spec = new LinkedHashMap<String, Object>();
            spec.put("podSelector", random.nextBoolean() ? Map.of() : podSelector());
            spec.put("ingress", rules("from"));
            spec.put("egress", rules("to"));
            var types = pick(TYPES);
            if (!types.isEmpty()) {
                spec.put("policyTypes", types);
            }
            policies.add(Map.of(
                    "apiVersion",
                    "networking.k8s.io/v1",
                    "kind",
                    "NetworkPolicy",
                    "metadata",
                    Map.of("name", "random-" + i, "namespace", pick(Neighbours.NAMESPACES)),
                    "spec",
                    spec));
        }
        return policies;
    }

    private List<Map<String, Object>> rules(String direction) {
        var rules = new ArrayList<Map<String, Object>>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var peers = new ArrayList<Map<String, Object>>();
            for (int j = random.nextInt(3); j > 0; j--) {
                peers.add(peer());
            }
            var ports = pick(PORTS).stream()
                    .map(port -> Map.of("protocol", "TCP", "port", port))
                    .toList();
            rules.add(Map.of(direction, peers, "ports", ports));
        }
        return rules;
    }

    private Map<String, Object> peer() {
        return switch (random.nextInt(3)) {
            case 0 -> Map.of("podSelector", podSelector());
            case 1 -> Map.of("namespaceSelector", namespaceSelector());
            default -> Map.of("namespaceSelector", namespaceSelector(), "podSelector", podSelector());
        };
    }

    private Map<String, Object> podSelector() {
        return selector("app", Neighbours.APPS);
    }

    private Map<String, Object> namespaceSelector() {
        return selector("kubernetes.io/metadata.name", Neighbours.NAMESPACES);
    }

    private Map<String, Object> selector(String key, List<String> values) {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of();
            case 1 ->
                Map.of(
                        "matchExpressions",
                        List.of(Map.of(
                                "key",
                                key,
                                "operator",
                                pick(List.of("In", "NotIn")),
                                "values",
                                List.of(pick(values)))));
            case 2 ->
                Map.of(
                        "matchExpressions",
                        List.of(Map.of("key", key, "operator", pick(List.of("Exists", "DoesNotExist")))));
            default -> Map.of("matchLabels", Map.of(key, pick(values)));
        };
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
