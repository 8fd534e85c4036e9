package dev.palisade.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Repository;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what a reader sees. */
class ReadmeTest {

    @Test
    void aPreviewOfDevEndsAsShown() {
        var shown =
                Page.read(Repository.root().resolve("README.md")).fences("text").get(0);
        var seen = Previews.run("preview", "dev").text().lines().toList();

        assertThat(seen)
                .containsSubsequence(shown.lines()
                        .filter(line -> !line.isBlank() && !line.equals("…"))
                        .toList());
        assertThat(List.of(shown.split("\n"))).last().isEqualTo(seen.get(seen.size() - 1));
    }
}
