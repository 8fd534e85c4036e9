package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an EventBridge pattern lets an event through.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event patterns</a>
 */
record EventPattern(Value pattern) {
    /** What every event has, and an example need not. */
    private static final Set<String> UNTOLD = Set.of("account", "region", "id", "time", "version");

    /** Of comparisons that are not read here it is taken that they fit. */
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
            if (happened.isMissing() && UNTOLD.contains(field.getKey())) {
                continue;
            }
            fits = fits.and(
                    choices.open() instanceof Value.Fields
                            ? fits(choices, happened)
                            : choices.any(choice -> Truth.of(isOf(choice, happened))));
        }
        return fits;
    }

    /** Texts are compared as they are; there are no wildcards among them. Of a list one element must fit. */
    private static boolean isOf(Value choice, Value happened) {
        if (happened.open() instanceof Value.Items list) {
            return list.values().stream().anyMatch(one -> isOf(choice, one));
        }
        if (choice.open() instanceof Value.Fields comparison) {
            return comparison.values().entrySet().stream()
                    .allMatch(one -> compares(one.getKey(), one.getValue(), happened));
        }
        return choice.text().isPresent() && choice.text().equals(happened.text());
    }

    private static boolean compares(String comparison, Value with, Value happened) {
        boolean there = !happened.isMissing();
        return switch (comparison) {
            case "exists" -> with.isTrue() == Truth.of(there);
            case "numeric" -> isWithin(with.items(), happened);
            case "prefix" ->
                with.text().isEmpty()
                        || happened.text().orElse("\n").startsWith(with.text().get());
            case "anything-but" ->
                there && with.texts().stream().noneMatch(happened.text().orElse("")::equals);
            default -> there;
        };
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
