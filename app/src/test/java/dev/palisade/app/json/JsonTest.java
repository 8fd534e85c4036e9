package dev.palisade.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsOneDocument() throws Exception {
        assertThat(read("{\"a\": [1.50, null]}").toString()).isEqualTo("{\"a\":[1.5,null]}");
        assertThat(read("[".repeat(32) + "]".repeat(32)).isArray()).isTrue();
        assertThat(read("1".repeat(64)).isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{} {}",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "{\"b\":{\"a\":1,\"a\":1}}",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "NaN",
                "01",
                "/**/1",
                "\u0000"
            })
    void refusesWhatIsNoDocumentOrTwo(String text) {
        refuses(text.getBytes(StandardCharsets.UTF_8), "not a JSON document");
    }

    @Test
    void refusesWhatWouldTakeLongToRead() {
        refuses(("[".repeat(33) + "]".repeat(33)).getBytes(StandardCharsets.UTF_8), "not a JSON document");
        refuses("1".repeat(65).getBytes(StandardCharsets.UTF_8), "not a JSON document");
    }

    @Test
    void refusesOtherEncodings() {
        refuses(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}, "not UTF-8");
        refuses(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, "not UTF-8");
        for (var name : new String[] {"UTF-16", "UTF-16LE", "UTF-32BE"}) {
            refuses("{\"a\":1}".getBytes(Charset.forName(name)), "not");
        }
    }

    @Test
    void writesNoNullOfARecordAndAllOfAMap() {
        record Two(String a, @Nullable String b) {}
        var nothing = new java.util.HashMap<String, Object>();
        nothing.put("a", null);

        assertThat(Json.write(new Two("x", null))).isEqualTo("{\"a\":\"x\"}");
        assertThat(Json.write(nothing)).isEqualTo("{\"a\":null}");
        assertThat(new JsonBodies().toJsonString(Map.of("a", 1), Map.class)).isEqualTo("{\"a\":1}");
    }

    @Test
    void saysWhichClassCannotBeWritten() {
        assertThatThrownBy(() -> Json.write(new Object() {
                    @JsonProperty
                    String getName() {
                        throw new IllegalStateException();
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cannot be written as JSON: class");
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String text) throws MalformedJsonException {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(byte[] bytes, String message) {
        assertThatThrownBy(() -> Json.read(bytes))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith(message);
    }
}
