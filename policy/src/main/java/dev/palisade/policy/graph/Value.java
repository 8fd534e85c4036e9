package dev.palisade.policy.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A property value as the engine hands it over: known, not known yet, or secret.
 *
 * <p>Questions about a value are answered in {@link Truth}, so that a policy cannot take "not known yet" for "fine". A
 * value of the wrong shape (a text where a list belongs) answers as if it were unknown. Secrets are unwrapped to be
 * judged; their text form never shows them.
 */
public sealed interface Value {

    /** Absent, or null. */
    record Missing() implements Value {
        private static final Missing ONE = new Missing();
    }

    /** Known only once the resource exists. */
    record Unknown() implements Value {
        private static final Unknown ONE = new Unknown();
    }

    record Bool(boolean value) implements Value {}

    record Num(double value) implements Value {}

    record Text(String value) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Fields(Map<String, Value> values) implements Value {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** These with one property changed, in each element where its path goes through a list. */
        public Fields with(Property property, Value value) {
            return Changes.with(this, property.path(), value);
        }

        /** These with one entry changed. */
        public Fields with(String key, Value value) {
            return Changes.with(this, List.of(key), value);
        }
    }

    record Secret(Value value) implements Value {
        @Override
        public String toString() {
            return "[secret]";
        }
    }

    static Value missing() {
        return Missing.ONE;
    }

    static Value unknown() {
        return Unknown.ONE;
    }

    static Value of(String text) {
        return new Text(text);
    }

    /** The value itself, out of its secret wrapping: to be judged, never to be printed. */
    default Value open() {
        return this instanceof Secret secret ? secret.value().open() : this;
    }

    default boolean isSecret() {
        return this instanceof Secret;
    }

    default boolean isMissing() {
        return open() instanceof Missing;
    }

    default boolean isUnknown() {
        return open() instanceof Unknown;
    }

    /** Whether anything inside, at any depth, is not known yet. */
    default boolean hasUnknown() {
        Value open = open();
        return open instanceof Unknown
                || (open instanceof Items items && items.values().stream().anyMatch(Value::hasUnknown))
                || (open instanceof Fields fields
                        && fields.values().values().stream().anyMatch(Value::hasUnknown));
    }

    /** Whether anything inside, at any depth, is marked as secret. */
    default boolean hasSecret() {
        return this instanceof Secret
                || (this instanceof Items items && items.values().stream().anyMatch(Value::hasSecret))
                || (this instanceof Fields fields
                        && fields.values().values().stream().anyMatch(Value::hasSecret));
    }

    /** The value of a nested property, by the last segment of its path. */
    default Value get(Property property) {
        return field(property.key());
    }

    /** The value under a key of a map whose keys are data (labels, tags), not names of the provider's schema. */
    default Value field(String key) {
        Value open = open();
        if (open instanceof Fields fields) {
            return fields.values().getOrDefault(key, missing());
        }
        return open instanceof Missing ? missing() : unknown();
    }

    /** The elements; none where the value is missing, one unknown where it is not a list that can be read. */
    default List<Value> items() {
        Value open = open();
        if (open instanceof Items items) {
            return items.values();
        }
        return open instanceof Missing ? List.of() : List.of(unknown());
    }

    /** The entries of a map; none where it is missing. Ask {@link #isUnknown()} first. */
    default Map<String, Value> fields() {
        return open() instanceof Fields fields ? fields.values() : Map.of();
    }

    /** The known text (numbers and booleans as their JSON form), or empty. */
    default Optional<String> text() {
        Value open = open();
        if (open instanceof Text text) {
            return Optional.of(text.value());
        }
        if (open instanceof Bool bool) {
            return Optional.of(Boolean.toString(bool.value()));
        }
        if (open instanceof Num number) {
            double value = number.value();
            return Optional.of(
                    value == Math.rint(value) && Math.abs(value) < 1e15
                            ? Long.toString((long) value)
                            : Double.toString(value));
        }
        return Optional.empty();
    }

    /** The known number (also one written as text), or empty; what overflows is none. */
    default Optional<Double> number() {
        Value open = open();
        if (open instanceof Num number) {
            return Optional.of(number.value()).filter(Double::isFinite);
        }
        if (open instanceof Text text) {
            try {
                return Optional.of(Double.parseDouble(text.value())).filter(Double::isFinite);
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Present, be it empty. */
    default Truth isPresent() {
        return isUnknown() ? Truth.UNKNOWN : Truth.of(!isMissing());
    }

    /** True, or the text "true"; a missing value is not. */
    default Truth isTrue() {
        return matches("true"::equalsIgnoreCase);
    }

    default Truth is(String expected) {
        return matches(expected::equals);
    }

    default Truth isOneOf(String... expected) {
        return matches(List.of(expected)::contains);
    }

    /** Whether the text passes the test; a missing value does not. */
    default Truth matches(Predicate<String> test) {
        if (isMissing()) {
            return Truth.FALSE;
        }
        return text().map(text -> Truth.of(test.test(text))).orElse(Truth.UNKNOWN);
    }

    default Truth atLeast(double least) {
        return compare(number -> number >= least);
    }

    default Truth atMost(double most) {
        return compare(number -> number <= most);
    }

    private Truth compare(Predicate<Double> test) {
        if (isMissing()) {
            return Truth.FALSE;
        }
        return number().map(number -> Truth.of(test.test(number))).orElse(Truth.UNKNOWN);
    }

    /** Whether at least one element satisfies the test; no element of a missing list does. */
    default Truth any(Function<Value, Truth> test) {
        Truth result = Truth.FALSE;
        for (Value item : items()) {
            result = result.or((Supplier<Truth>) () -> item.isUnknown() ? Truth.UNKNOWN : test.apply(item));
        }
        return result;
    }

    /** Whether it has an element; not known while all that it may have are not known themselves. */
    default Truth hasItems() {
        return any(item -> Truth.TRUE);
    }

    /** Whether every element satisfies the test; all elements of a missing list do. */
    default Truth all(Function<Value, Truth> test) {
        return any(item -> test.apply(item).not()).not();
    }

    /** The known texts among the elements; a single text counts as a list of one. */
    default List<String> texts() {
        if (text().isPresent()) {
            return List.of(text().get());
        }
        List<String> texts = new ArrayList<>();
        for (Value item : items()) {
            item.text().ifPresent(texts::add);
        }
        return texts;
    }
}
