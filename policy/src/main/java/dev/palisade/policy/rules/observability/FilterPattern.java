package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.Glob;
import dev.palisade.policy.graph.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which events in JSON a metric filter's pattern counts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter patterns</a>
 */
final class FilterPattern {
    private static final Pattern TOKEN =
            Pattern.compile("[()]|&&|[|]{2}|[!<>]?=|[<>]|\"[^\"]*\"|%[^%]*%|[^\\s()=<>!&|\"%]+|\\S");
    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

    private final Deque<String> left;

    private FilterPattern(String conditions) {
        left = TOKEN.matcher(conditions)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /** The events that fit; empty where CloudWatch would refuse the pattern, or it is not one for JSON. */
    static Optional<Predicate<Value>> read(String pattern) {
        String text = pattern.strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return Optional.empty();
        }
        FilterPattern conditions = new FilterPattern(text.substring(1, text.length() - 1));
        try {
            Predicate<Value> whole = conditions.either();
            return conditions.left.isEmpty() ? Optional.of(whole) : Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private Predicate<Value> either() {
        Predicate<Value> one = both();
        while (take("||")) {
            one = one.or(both());
        }
        return one;
    }

    private Predicate<Value> both() {
        Predicate<Value> one = single();
        while (take("&&")) {
            one = one.and(single());
        }
        return one;
    }

    private Predicate<Value> single() {
        if (take("(")) {
            Predicate<Value> inner = either();
            demand(take(")"));
            return inner;
        }
        String selector = next();
        demand(selector.startsWith("$."));
        return compared(selector.substring(2), next());
    }

    private Predicate<Value> compared(String path, String sign) {
        if ("NOT".equalsIgnoreCase(sign)) {
            demand("EXISTS".equalsIgnoreCase(next()));
            return event -> at(path, event).isMissing();
        }
        String with = next();
        if ("IS".equalsIgnoreCase(sign)) {
            return event -> is(with, at(path, event));
        }
        if (ORDERS.contains(sign)) {
            double bound = Double.parseDouble(with);
            return event -> at(path, event).number().stream().anyMatch(number -> isInOrder(number, sign, bound));
        }
        demand("=".equals(sign) || "!=".equals(sign));
        return event -> fits(with, at(path, event)) == "=".equals(sign);
    }

    private static Value at(String path, Value event) {
        Value there = event;
        for (String key : path.split("[.]", -1)) {
            there = there.field(key);
        }
        return there;
    }

    private static boolean is(String word, Value there) {
        return "NULL".equalsIgnoreCase(word)
                ? there.text().isEmpty() && there.fields().isEmpty()
                : there.text().stream().anyMatch(word::equalsIgnoreCase);
    }

    private static boolean isInOrder(double number, String sign, double bound) {
        if (number == bound) {
            return sign.endsWith("=");
        }
        return sign.startsWith("<") == number < bound;
    }

    /** Of a regular expression it is taken that it fits: CloudWatch's are not Java's. */
    private static boolean fits(String with, Value there) {
        if (with.startsWith("%")) {
            return !there.isMissing();
        }
        Glob glob = new Glob(with.replace("\"", ""));
        return there.text().stream().anyMatch(glob::matches);
    }

    private boolean take(String token) {
        boolean is = token.equals(left.peek());
        if (is) {
            left.remove();
        }
        return is;
    }

    private String next() {
        demand(!left.isEmpty());
        return left.remove();
    }

    private static void demand(boolean asWritten) {
        if (!asWritten) {
            throw new IllegalArgumentException("not a filter pattern");
        }
    }
}
