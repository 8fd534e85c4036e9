package dev.palisade.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palisade.app.json.Json;
import dev.palisade.app.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {

    @Test
    void keepsValuesOfEveryType() throws Exception {
        var object = "{\"a\":[1,-2.5,true,null,\"x\"],\"b.c-d_1\":{}}";

        assertThat(sanitised(object)).isEqualTo(object);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\\u0000b', ab",
        "'a\\u200bb', ab",
        "'a\\u202eb', ab",
        "'a\\ufeffb', ab",
        "'a\\u2028b', ab",
        "'a\\rb', ab",
        "'<b>', &lt;b&gt;",
        "'e\\u0301', \u00e9",
        "'a & b', a & b"
    })
    void cleansText(String text, String clean) throws Exception {
        assertThat(sanitised("{\"a\":\"" + text + "\"}")).isEqualTo("{\"a\":\"" + clean + "\"}");
    }

    @Test
    void keepsTabsAndLineFeeds() throws Exception {
        assertThat(sanitised("{\"a\":\"x\\ty\\nz\"}")).isEqualTo("{\"a\":\"x\\ty\\nz\"}");
    }

    @Test
    void takesStringsUpTo4096Characters() throws Exception {
        assertThat(sanitised("{\"a\":\"" + "x".repeat(4096) + "\"}")).hasSize(4104);
        refuses("{\"a\":\"" + "x".repeat(4097) + "\"}", "A string has at most 4096 characters.");
    }

    @Test
    void takesNamesUpTo64Characters() throws Exception {
        assertThat(sanitised("{\"" + "n".repeat(64) + "\":1}")).contains("nnn");
        refuses("{\"" + "n".repeat(65) + "\":1}", "A name is a letter");
        refuses("{\"1a\":1}", "A name is a letter");
        refuses("{\"a\":{\"_\":1}}", "A name is a letter");
        refuses("{\"a\":[{\"a b\":1}]}", "A name is a letter");
    }

    @Test
    void takesUpToAHundredMembersAtOnePlace() throws Exception {
        assertThat(sanitised("{\"a\":[" + "1,".repeat(99) + "1]}")).endsWith("1]}");
        refuses("{\"a\":[" + "1,".repeat(100) + "1]}", "at most 100 members");
        refuses(members(101), "at most 100 members");
        assertThat(sanitised(members(100))).contains("a100");
    }

    @Test
    void takesUpToEightLevels() throws Exception {
        assertThat(sanitised("{\"a\":".repeat(7) + "1" + "}".repeat(7))).isNotEmpty();
        assertThat(sanitised("{\"a\":" + "[".repeat(7) + "]".repeat(7) + "}")).isNotEmpty();
        refuses("{\"a\":".repeat(8) + "1" + "}".repeat(8), "limited to 8 levels");
        refuses("{\"a\":" + "[".repeat(8) + "]".repeat(8) + "}", "limited to 8 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "-1e300", "1e-308", "0", "123456789012345678901234567890"})
    void takesNumbersThatADoubleHolds(String number) throws Exception {
        assertThat(sanitised("{\"a\":" + number + "}")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e301", "-1e301", "1.1e300", "1e309", "1e-309", "1e999999999"})
    void refusesOtherNumbers(String number) {
        refuses("{\"a\":" + number + "}", "A number is at most 1e300 in size.");
    }

    @Test
    void refusesHalfOfASurrogatePair() throws Exception {
        refuses("{\"a\":\"\\ud800\"}", "valid Unicode");
        refuses("{\"a\":\"\\udc00x\"}", "valid Unicode");
        assertThat(sanitised("{\"a\":\"\\ud83d\\ude00\"}")).contains("\ud83d\ude00");
    }

    @Property(tries = 300)
    void leavesNothingInTextThatCanOpenATagOrHide(@ForAll String text) {
        try {
            var clean = Text.sanitised(text);
            assertThat(clean).doesNotContain("<", ">", "\r", "\u0000", "\u202e");
            assertThat(Text.sanitised(clean)).isEqualTo(clean);
        } catch (InvalidObjectException e) {
            assertThat(e).hasMessageStartingWith("A string");
        }
    }

    @Property(tries = 1000)
    void eitherReadsOrRefusesAnyBytes(@ForAll @Size(max = 200) byte[] body) {
        try {
            assertThat(Sanitiser.sanitised(Json.read(body)).isObject()).isTrue();
        } catch (MalformedJsonException | InvalidObjectException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static String members(int count) {
        var object = new StringBuilder("{");
        for (var i = 1; i <= count; i++) {
            object.append(i == 1 ? "" : ",").append("\"a").append(i).append("\":1");
        }
        return object.append('}').toString();
    }

    private static String sanitised(String json) throws Exception {
        return Json.write(Sanitiser.sanitised(Json.read(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static void refuses(String json, String message) {
        assertThatThrownBy(() -> sanitised(json))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining(message);
    }
}
