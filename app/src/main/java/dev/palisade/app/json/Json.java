package dev.palisade.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One strict mapper: no duplicate keys, nothing after the document, bounded nesting, and UTF-8 alone. */
public final class Json {
    private static final int MAX_NESTING = 32;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int KEPT_BUFFERS = 64;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    // By default buffers belong to threads, and a virtual thread lives for one request.
                    .recyclerPool(JsonRecyclerPools.newBoundedPool(KEPT_BUFFERS))
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /**
     * Reads one document.
     *
     * @throws MalformedJsonException if it is not exactly one JSON document in UTF-8, or holds a key twice, or nests
     *     more than 32 levels
     */
    public static JsonNode read(byte[] utf8) throws MalformedJsonException {
        try {
            // Decoded here because the parser would guess UTF-16 and UTF-32 too.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            return MAPPER.readTree(text.toString());
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("not UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException("not a JSON document that this service reads", e);
        }
    }

    /** Writes a record or a tree. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /** Writes a record or a tree as UTF-8, which is less work than text that becomes UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    private static IllegalArgumentException unwritable(Object value, JsonProcessingException e) {
        return new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
}
