package dev.palisade.policy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GlobTest {
    @Property
    void matchesWhatTheRegularExpressionMatches(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'a', 'b'}) @StringLength(max = 8) String text) {
        String regex = pattern.replace("*", "[ab]*").replace("?", "[ab]");
        assertThat(new Glob(pattern).matches(text)).isEqualTo(Pattern.matches(regex, text));
    }

    @Property
    void aTextWithoutWildcardsMatchesItselfAlone(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 4) String pattern,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 4) String text) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(pattern.equals(text));
    }

    @Property
    void aStarMatchesEverything(@ForAll String text) {
        assertThat(new Glob("*").matches(text)).isTrue();
        assertThat(new Glob("**").matches(text)).isTrue();
    }

    @Property
    void puttingAStarInNarrowsNothing(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'a', 'b'}) @StringLength(max = 8) String text) {
        if (new Glob(pattern).matches(text)) {
            assertThat(new Glob(pattern + "*").matches(text)).isTrue();
            assertThat(new Glob("*" + pattern).matches(text)).isTrue();
        }
    }

    @Test
    void longPatternsTakeNoTime() {
        assertThat(new Glob("a*".repeat(2000) + "b").matches("a".repeat(20_000)))
                .isFalse();
    }
}
