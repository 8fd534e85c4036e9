package dev.palisade.policy.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Parameter DAYS = Parameter.number("days", 365, "How long.");
    private static final Parameter NAMES = Parameter.texts("names", List.of("a"), "Which.");
    private static final List<Parameter> BOTH = List.of(DAYS, NAMES);

    @Test
    void whatIsGivenHolds() {
        Arguments arguments = Arguments.of(BOTH, Map.of("days", 30, "names", List.of("b", "c")));
        assertThat(arguments.number(DAYS)).isEqualTo(30);
        assertThat(arguments.texts(NAMES)).containsExactly("b", "c");
    }

    @Test
    void forTheRestTheFallbacksDo() {
        Arguments arguments = Arguments.of(BOTH, Map.of("days", 30));
        assertThat(arguments.texts(NAMES)).containsExactly("a");
        assertThat(Arguments.fallbacks(BOTH).number(DAYS)).isEqualTo(365);
    }

    @Test
    void aWrongKindIsRefusedByName() {
        assertThatThrownBy(() -> Arguments.of(BOTH, Map.of("days", "many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("days must be a number");
        assertThatThrownBy(() -> Arguments.of(BOTH, Map.of("names", List.of(1))))
                .hasMessage("names must be a list of texts");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> Arguments.of(BOTH, Map.of("day", 30)))
                .hasMessage("day is not a parameter; known are [days, names]");
    }

    @Test
    void theSchemaSaysKindAndFallback() {
        assertThat(DAYS.schema()).containsEntry("type", "number").containsEntry("default", 365.0);
        assertThat(NAMES.schema())
                .containsEntry("type", "array")
                .containsEntry("items", Map.of("type", "string"))
                .containsEntry("default", List.of("a"));
    }
}
