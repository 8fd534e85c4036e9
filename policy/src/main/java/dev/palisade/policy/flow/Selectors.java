package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kubernetes label selectors. */
final class Selectors {
    private Selectors() {}

    /** Whether a LabelSelector picks these labels; an empty one picks all. */
    static Truth matches(Value selector, Optional<Map<String, String>> labels) {
        if (selector.isUnknown()) {
            return Truth.UNKNOWN;
        }
        Truth result = equal(selector.field("matchLabels"), labels);
        for (Value expression : selector.field("matchExpressions").items()) {
            result = result.and(expression(expression, labels));
        }
        return result;
    }

    /** Whether labels have all of these values, as the selector of a Service asks. */
    static Truth equal(Value wanted, Optional<Map<String, String>> labels) {
        if (wanted.isUnknown()) {
            return Truth.UNKNOWN;
        }
        Truth result = Truth.TRUE;
        for (Map.Entry<String, Value> entry : wanted.fields().entrySet()) {
            Optional<String> value = entry.getValue().text();
            result = result.and(
                    labels.isEmpty() || value.isEmpty()
                            ? Truth.UNKNOWN
                            : Truth.of(value.get().equals(labels.get().get(entry.getKey()))));
        }
        return result;
    }

    private static Truth expression(Value expression, Optional<Map<String, String>> labels) {
        Optional<String> key = expression.field("key").text();
        Optional<String> operator = expression.field("operator").text();
        Value values = expression.field("values");
        if (key.isEmpty() || operator.isEmpty() || labels.isEmpty() || values.hasUnknown()) {
            return Truth.UNKNOWN;
        }
        Optional<String> value = Optional.ofNullable(labels.get().get(key.get()));
        List<String> listed = values.texts();
        return switch (operator.get()) {
            case "In" -> Truth.of(value.isPresent() && listed.contains(value.get()));
            case "NotIn" -> Truth.of(value.isEmpty() || !listed.contains(value.get()));
            case "Exists" -> Truth.of(value.isPresent());
            case "DoesNotExist" -> Truth.of(value.isEmpty());
            default -> Truth.UNKNOWN;
        };
    }
}
