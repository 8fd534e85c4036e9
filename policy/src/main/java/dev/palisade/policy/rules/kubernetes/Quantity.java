package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A Kubernetes quantity: {@code 512Mi}, {@code 250m}, {@code 1.5}.
 *
 * @param nanos billionths of a unit (core, byte); Kubernetes rounds up what is finer
 */
record Quantity(BigInteger nanos) {
    static final Quantity NONE = new Quantity(BigInteger.ZERO);

    private static final int LONGEST = 40;
    private static final int NANO = 9;
    private static final Pattern FORM =
            Pattern.compile("([+-]?)(\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE]([+-]?\\d{1,3})|([A-Za-z]{0,2}))");
    /** Billionths of each suffix. */
    private static final Map<String, BigInteger> UNITS = Map.ofEntries(
            Map.entry("n", BigInteger.ONE),
            Map.entry("u", BigInteger.TEN.pow(3)),
            Map.entry("m", BigInteger.TEN.pow(6)),
            Map.entry("", BigInteger.TEN.pow(NANO)),
            Map.entry("k", BigInteger.TEN.pow(12)),
            Map.entry("M", BigInteger.TEN.pow(15)),
            Map.entry("G", BigInteger.TEN.pow(18)),
            Map.entry("T", BigInteger.TEN.pow(21)),
            Map.entry("P", BigInteger.TEN.pow(24)),
            Map.entry("E", BigInteger.TEN.pow(27)),
            Map.entry("Ki", BigInteger.TEN.pow(NANO).shiftLeft(10)),
            Map.entry("Mi", BigInteger.TEN.pow(NANO).shiftLeft(20)),
            Map.entry("Gi", BigInteger.TEN.pow(NANO).shiftLeft(30)),
            Map.entry("Ti", BigInteger.TEN.pow(NANO).shiftLeft(40)),
            Map.entry("Pi", BigInteger.TEN.pow(NANO).shiftLeft(50)),
            Map.entry("Ei", BigInteger.TEN.pow(NANO).shiftLeft(60)));

    /**
     * One that is known to be well-formed.
     *
     * @throws IllegalArgumentException if it is not
     */
    static Quantity of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("no quantity: " + text));
    }

    /** A number of whole units. */
    static Quantity of(long units) {
        return new Quantity(BigInteger.valueOf(units).multiply(BigInteger.TEN.pow(NANO)));
    }

    /** Empty if the text is no quantity. */
    static Optional<Quantity> read(String text) {
        var parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        String number = parts.group(2);
        BigInteger digits = new BigInteger(parts.group(1).replace("+", "") + number.replace(".", ""));
        int point = number.indexOf('.');
        int decimals = point < 0 ? 0 : number.length() - point - 1;
        String exponent = parts.group(3);
        return exponent == null
                ? Optional.ofNullable(UNITS.get(parts.group(4)))
                        .map(unit -> new Quantity(scaled(digits.multiply(unit), -decimals)))
                : Optional.of(
                        new Quantity(scaled(digits, Integer.parseInt(exponent.replace("+", "")) + NANO - decimals)));
    }

    /** Empty if the value is unknown, missing or no quantity. */
    static Optional<Quantity> read(Value quantity) {
        return quantity.text().flatMap(Quantity::read);
    }

    /** Multiplied by a power of ten, away from zero. */
    private static BigInteger scaled(BigInteger number, int tens) {
        if (tens >= 0) {
            return number.multiply(BigInteger.TEN.pow(tens));
        }
        BigInteger[] parts = number.divideAndRemainder(BigInteger.TEN.pow(-tens));
        return parts[0].add(BigInteger.valueOf(parts[1].signum()));
    }

    /** Whether a quantity passes a test; one that is absent or no quantity at all does not. */
    static Truth is(Value quantity, Predicate<Quantity> test) {
        return quantity.matches(text -> read(text).filter(test).isPresent());
    }

    /** Whether the first is at most the second. */
    static Truth atMost(Value least, Value most) {
        return most.text()
                .flatMap(Quantity::read)
                .map(limit -> is(least, request -> !request.exceeds(limit)))
                .orElse(most.isUnknown() ? Truth.UNKNOWN : Truth.FALSE);
    }

    boolean isPositive() {
        return nanos.signum() > 0;
    }

    boolean isZero() {
        return nanos.signum() == 0;
    }

    /** Whether it bounds something without forbidding it. */
    boolean isPositiveUpTo(Quantity most) {
        return isPositive() && !exceeds(most);
    }

    Quantity plus(Quantity other) {
        return new Quantity(nanos.add(other.nanos));
    }

    Quantity times(Quantity factor) {
        return new Quantity(scaled(nanos.multiply(factor.nanos), -NANO));
    }

    Quantity times(long count) {
        return new Quantity(nanos.multiply(BigInteger.valueOf(count)));
    }

    boolean exceeds(Quantity other) {
        return nanos.compareTo(other.nanos) > 0;
    }
}
