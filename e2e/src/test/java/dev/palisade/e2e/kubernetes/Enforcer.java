package dev.palisade.e2e.kubernetes;

import dev.palisade.e2e.kubernetes.Neighbours.Connection;
import dev.palisade.e2e.kubernetes.Neighbours.Pod;
import java.util.List;
import java.util.Map;

/**
 * Where kube-router is known to let through more than Kubernetes documents: between two pods that one and the same
 * policy selects, it takes the policy's egress rules for ingress rules too, and the other way round.
 */
final class Enforcer {
    private Enforcer() {}

    /** Whether it may let a connection pass that must not. */
    static boolean isLax(Connection connection, List<Map<String, Object>> policies) {
        return policies.stream()
                .anyMatch(policy -> selects(policy, connection.from()) && selects(policy, connection.to()));
    }

    private static boolean selects(Map<String, Object> policy, Pod pod) {
        return pod.namespace().equals(map(policy, "metadata").get("namespace"))
                && matches(map(map(policy, "spec"), "podSelector"), pod.app());
    }

    private static boolean matches(Map<?, ?> selector, String app) {
        if (selector.get("matchLabels") instanceof Map<?, ?> labels && !app.equals(labels.get("app"))) {
            return false;
        }
        if (selector.get("matchExpressions") instanceof List<?> expressions) {
            return expressions.stream().allMatch(it -> it instanceof Map<?, ?> one && holds(one, app));
        }
        return true;
    }

    private static boolean holds(Map<?, ?> expression, String app) {
        boolean listed = expression.get("values") instanceof List<?> values && values.contains(app);
        return switch (String.valueOf(expression.get("operator"))) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> true;
            default -> false;
        };
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return of.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }
}
