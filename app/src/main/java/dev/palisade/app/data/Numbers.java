package dev.palisade.app.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Numbers that every reader of JSON can hold as a double. */
final class Numbers {
    private static final BigDecimal MOST = new BigDecimal("1e300");
    private static final int MAX_SCALE = 308;

    private Numbers() {}

    /**
     * The number itself.
     *
     * @throws InvalidObjectException if it is beyond 1e300, or has an exponent beyond 308
     */
    static JsonNode checked(JsonNode number) throws InvalidObjectException {
        var value = number.decimalValue();
        if (Math.abs((long) value.scale()) > MAX_SCALE || value.abs().compareTo(MOST) > 0) {
            throw new InvalidObjectException("A number is at most 1e300 in size.");
        }
        return number;
    }
}
