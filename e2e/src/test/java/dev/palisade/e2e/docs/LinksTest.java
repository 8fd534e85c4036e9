package dev.palisade.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
    private static final Map<Path, Set<String>> ANCHORS = new HashMap<>();
    private static final Set<String> TOPS = Tree.FILES.stream()
            .map(file -> Repository.root().relativize(file).getName(0).toString())
            .collect(Collectors.toSet());
    private static final Set<String> CLASSES = Tree.FILES.stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".java"))
            .map(name -> name.substring(0, name.length() - ".java".length()))
            .collect(Collectors.toSet());

    static Stream<Page> pages() {
        return Page.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndItsAnchorToAHeading(Page page) {
        assertThat(page.links()).allSatisfy(link -> {
            if (link.contains(":")) {
                assertThat(link).startsWith("https://");
                return;
            }
            var parts = link.split("#", 2);
            var target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
            assertThat(target).as(link).exists();
            if (parts.length == 2) {
                assertThat(anchors(target)).as(link).contains(parts[1]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPathInTheTreeThatIsNamedIsThere(Page page) {
        assertThat(page.inlineCode())
                .filteredOn(code -> code.matches("[\\w.-]+(/[\\w.-]+)+/?"))
                .filteredOn(code -> TOPS.contains(code.split("/", 2)[0]) && !code.contains("..."))
                .filteredOn(code -> !code.contains("/target"))
                .allSatisfy(code -> assertThat(Stream.of(
                                Repository.root().resolve(code), page.file().resolveSibling(code)))
                        .anyMatch(Files::exists));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestThatIsNamedIsThere(Page page) {
        assertThat(page.inlineCode())
                .filteredOn(code -> code.matches("[A-Z][A-Za-z]+(Test|IT)"))
                .isSubsetOf(CLASSES);
    }

    @Test
    void theDocumentsAreReadAtAll() {
        assertThat(Page.all()).map(Page::name).contains("README.md", "docs/runbooks.md", "docs/decisions/README.md");
        assertThat(Page.all()).flatMap(Page::links).hasSizeGreaterThan(500);
    }

    private static Set<String> anchors(Path page) {
        return ANCHORS.computeIfAbsent(page.normalize(), file -> Page.read(file).anchors());
    }
}
