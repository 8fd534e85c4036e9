package dev.palisade.policy.rules.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {
    private static final Value EVENT = JsonText.read("""
                    {"verb": "get", "user": {"username": "alice", "admin": true}, "code": 403, "left": null}
                    """).orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.verb = \"get\" }",
                "{$.verb=get}",
                "{ $.user.username = a* }",
                "{ $.user.username != \"system:*\" }",
                "{ $.code = 403 }",
                "{ $.code >= 403 && $.code < 404 }",
                "{ $.code > 400 }",
                "{ $.user.admin IS TRUE }",
                "{ $.left IS NULL }",
                "{ $.other NOT EXISTS }",
                "{ $.verb = list || $.verb = get && $.code = 403 }",
                "{ ($.verb = list || $.verb = get) && ($.code = 403) }",
                "{ $.user.username = %al.ce% }"
            })
    void counts(String pattern) {
        assertThat(FilterPattern.read(pattern))
                .hasValueSatisfying(fits -> assertThat(fits.test(EVENT)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.verb = \"list\" }",
                "{ $.verb = \"GET\" }",
                "{ $.user.username != \"*\" }",
                "{ $.code = 40 }",
                "{ $.code < 403 }",
                "{ $.code <= 402 }",
                "{ $.user.admin IS FALSE }",
                "{ $.verb NOT EXISTS }",
                "{ $.verb IS NULL }",
                "{ $.nobody = \"x\" }",
                "{ ($.verb = list || $.verb = get) && $.code = 404 }"
            })
    void countsNot(String pattern) {
        assertThat(FilterPattern.read(pattern))
                .hasValueSatisfying(fits -> assertThat(fits.test(EVENT)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "ERROR",
                "[ip, user]",
                "{ $.verb }",
                "{ $.verb = }",
                "{ verb = get }",
                "{ ($.verb = get }",
                "{ $.verb = get) }",
                "{ $.verb LIKE get }",
                "{ $.code > many }",
                "{ $.verb = get && }"
            })
    void isNoPattern(String text) {
        assertThat(FilterPattern.read(text).map(fits -> fits.test(EVENT))).isEmpty();
    }
}
