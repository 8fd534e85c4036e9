package dev.palisade.policy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void aTextIsReadAsTheValueThatItSays() {
        assertThat(JsonText.read("{\"a\": [1, true, \"b\"]}"))
                .contains(new Value.Fields(Map.of(
                        "a", new Value.Items(List.of(new Value.Num(1), new Value.Bool(true), new Value.Text("b"))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "12 rules", "{\"a\": 1}}", "eu-central-1"})
    void whatOnlyBeginsLikeJsonIsNone(String text) {
        assertThat(JsonText.read(text)).isEmpty();
    }
}
