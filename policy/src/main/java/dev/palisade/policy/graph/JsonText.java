package dev.palisade.policy.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Reads texts that are JSON: settings, patterns, what an export keeps of a secret. */
public final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** The value that the whole text says; empty if it is no JSON. */
    public static Optional<Value> read(String text) {
        try {
            return Optional.of(Values.ofJson(JSON.readValue(text, Object.class)));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
