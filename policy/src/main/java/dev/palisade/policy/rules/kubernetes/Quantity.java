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
record Quantity(BigInteger nanos) implements Comparable<Quantity> {
    static final Quantity NONE = new Quantity(BigInteger.ZERO);

    private static final int LONGEST = 40;
    private static final int NANO = 9;
    private static final Pattern FORM =
            Pattern.compile("([+-]?)(\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE]([+-]?\\d{1,3})|([A-Za-z]{0,2}))");
    /** Powers of ten. */
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    /** Powers of two. */
    private static final Map<String, Integer> BINARY =
            Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60);

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
        String suffix = parts.group(4);
        Integer tens = suffix == null ? Integer.valueOf(parts.group(3).replace("+", "")) : DECIMAL.get(suffix);
        Integer twos = suffix == null ? null : BINARY.get(suffix);
        if (tens == null && twos == null) {
            return Optional.empty();
        }
        int point = number.indexOf('.');
        int decimals = point < 0 ? 0 : number.length() - point - 1;
        BigInteger digits = new BigInteger(parts.group(1).replace("+", "") + number.replace(".", ""));
        return Optional.of(new Quantity(
                scaled(twos == null ? digits : digits.shiftLeft(twos), (tens == null ? 0 : tens) + NANO - decimals)));
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
                .map(limit -> is(least, request -> request.compareTo(limit) <= 0))
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
        return isPositive() && compareTo(most) <= 0;
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

    @Override
    public int compareTo(Quantity other) {
        return nanos.compareTo(other.nanos);
    }
}
