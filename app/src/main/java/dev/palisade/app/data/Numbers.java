package dev.palisade.app.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Numbers that every reader of JSON can hold. */
final class Numbers {
    private static final BigDecimal MOST = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final int MAX_SCALE = 308;

    private Numbers() {}

    /**
     * The number itself.
     *
     * @throws InvalidObjectException if a double cannot hold its size
     */
    static JsonNode checked(JsonNode number) throws InvalidObjectException {
        var value = number.decimalValue();
        if (Math.abs((long) value.scale()) > MAX_SCALE || value.abs().compareTo(MOST) > 0) {
            throw new InvalidObjectException("A number must fit into a double.");
        }
        return number;
    }
}
