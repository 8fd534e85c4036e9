package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Map;

/**
 * Whether an EventBridge pattern lets an event through.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event patterns</a>
 */
record EventPattern(Value pattern) {
    /** Of fields that the event does not have, and of comparisons other than numeric ones, nothing is said. */
    Truth fits(Value event) {
        return fits(pattern, event);
    }

    private static Truth fits(Value pattern, Value event) {
        if (pattern.isUnknown()) {
            return Truth.UNKNOWN;
        }
        Truth fits = Truth.TRUE;
        for (Map.Entry<String, Value> field : pattern.fields().entrySet()) {
            Value happened = event.field(field.getKey());
            Value choices = field.getValue();
            if (!happened.isMissing()) {
                fits = fits.and(
                        choices.open() instanceof Value.Fields
                                ? fits(choices, happened)
                                : choices.any(choice -> Truth.of(isOf(choice, happened))));
            }
        }
        return fits;
    }

    /** Texts are compared as they are; there are no wildcards among them. */
    private static boolean isOf(Value choice, Value happened) {
        if (choice.open() instanceof Value.Fields comparison) {
            Value numeric = comparison.field("numeric");
            return numeric.isMissing() ? !comparison.values().isEmpty() : isWithin(numeric.items(), happened);
        }
        return choice.text().isPresent() && choice.text().equals(happened.text());
    }

    /** Pairs of a sign and a bound, all of which hold. */
    private static boolean isWithin(List<Value> bounds, Value happened) {
        boolean holds = !bounds.isEmpty() && bounds.size() % 2 == 0;
        for (int i = 0; holds && i < bounds.size(); i += 2) {
            double number = happened.number().orElse(Double.NaN);
            double bound = bounds.get(i + 1).number().orElse(Double.NaN);
            holds = switch (bounds.get(i).text().orElse("")) {
                case ">" -> number > bound;
                case ">=" -> number >= bound;
                case "<" -> number < bound;
                case "<=" -> number <= bound;
                case "=" -> number == bound;
                default -> false;
            };
        }
        return holds;
    }
}
