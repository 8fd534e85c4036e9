package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A Kubernetes quantity: {@code 512Mi}, {@code 250m}, {@code 1.5}. */
final class Quantity {
    private static final Pattern FORM =
            Pattern.compile("([+-]?\\d+(?:\\.\\d*)?|[+-]?\\.\\d+)([eE][+-]?\\d{1,3}|[A-Za-z]{0,2})");
    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("", BigDecimal.ONE),
            Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
            Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
            Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
            Map.entry("k", BigDecimal.ONE.movePointRight(3)),
            Map.entry("M", BigDecimal.ONE.movePointRight(6)),
            Map.entry("G", BigDecimal.ONE.movePointRight(9)),
            Map.entry("T", BigDecimal.ONE.movePointRight(12)),
            Map.entry("P", BigDecimal.ONE.movePointRight(15)),
            Map.entry("E", BigDecimal.ONE.movePointRight(18)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private Quantity() {}

    /** The number of units (cores, bytes), or empty if the text is no quantity. */
    static Optional<BigDecimal> read(String text) {
        var parts = FORM.matcher(text);
        if (text.length() > 40 || !parts.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(parts.group(1));
        String suffix = parts.group(2);
        if (suffix.length() > 1 && Character.isDigit(suffix.charAt(suffix.length() - 1))) {
            return Optional.of(number.scaleByPowerOfTen(
                    Integer.parseInt(suffix.substring(1).replace("+", ""))));
        }
        return Optional.ofNullable(SUFFIXES.get(suffix)).map(number::multiply);
    }

    /** Whether a quantity passes a test; one that is absent or no quantity at all does not. */
    static Truth is(Value quantity, Predicate<BigDecimal> test) {
        return quantity.matches(text -> read(text).filter(test).isPresent());
    }

    /** Whether the first is at most the second. */
    static Truth atMost(Value least, Value most) {
        return most.text()
                .flatMap(Quantity::read)
                .map(limit -> is(least, request -> request.compareTo(limit) <= 0))
                .orElse(most.isUnknown() ? Truth.UNKNOWN : Truth.FALSE);
    }
}
