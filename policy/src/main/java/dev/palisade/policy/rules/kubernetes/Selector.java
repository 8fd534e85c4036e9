package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;

/** A label selector: {@code matchLabels} and {@code matchExpressions}. */
final class Selector {
    private static final Property MATCH_LABELS =
            Property.of("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spec.podSelector.matchLabels");
    private static final Property EXPRESSIONS =
            Property.of("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spec.podSelector.matchExpressions");
    private static final Property KEY =
            Property.of("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spec.podSelector.matchExpressions[].key");
    private static final Property OPERATOR = Property.of(
            "kubernetes:networking.k8s.io/v1:NetworkPolicy", "spec.podSelector.matchExpressions[].operator");
    private static final Property VALUES =
            Property.of("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spec.podSelector.matchExpressions[].values");

    private Selector() {}

    /** Whether it names no label at all, and so selects everything. */
    static Truth isEmpty(Value selector) {
        if (selector.isUnknown()
                || selector.get(MATCH_LABELS).isUnknown()
                || selector.get(EXPRESSIONS).isUnknown()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(
                labels(selector).isEmpty() && selector.get(EXPRESSIONS).items().isEmpty());
    }

    /** Whether it says what a label must be: who only lacks one, or has any of that name, is anybody. */
    static Truth namesALabel(Value selector) {
        if (selector.isUnknown() || selector.get(MATCH_LABELS).isUnknown()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(!labels(selector).isEmpty())
                .or(() -> selector.get(EXPRESSIONS).any(one -> one.get(OPERATOR).is("In")));
    }

    /** The labels that it demands by {@code matchLabels}. */
    static Map<String, Value> labels(Value selector) {
        return selector.get(MATCH_LABELS).fields();
    }

    /** Whether it selects what has these labels. */
    static Truth selects(Value selector, Value labels) {
        if (selector.isUnknown() || selector.get(MATCH_LABELS).isUnknown()) {
            return Truth.UNKNOWN;
        }
        return hasAll(labels(selector), labels)
                .and(() -> selector.get(EXPRESSIONS).all(expression -> holds(expression, labels)));
    }

    /** Whether the labels contain all of these. */
    static Truth hasAll(Map<String, Value> wanted, Value labels) {
        Truth result = Truth.TRUE;
        for (Map.Entry<String, Value> label : wanted.entrySet()) {
            Value present = labels.field(label.getKey());
            result = result.and(label.getValue()
                    .text()
                    .map(present::is)
                    .orElse(label.getValue().isMissing() ? Truth.FALSE : Truth.UNKNOWN));
        }
        return result;
    }

    private static Truth holds(Value expression, Value labels) {
        if (expression.get(KEY).text().isEmpty()) {
            return Truth.UNKNOWN;
        }
        Value label = labels.field(expression.get(KEY).text().get());
        Truth among =
                expression.get(VALUES).any(value -> value.text().map(label::is).orElse(Truth.UNKNOWN));
        return switch (expression.get(OPERATOR).text().orElse("")) {
            case "In" -> among;
            case "NotIn" -> among.not();
            case "Exists" -> label.isPresent();
            case "DoesNotExist" -> label.isPresent().not();
            default -> Truth.UNKNOWN;
        };
    }
}
