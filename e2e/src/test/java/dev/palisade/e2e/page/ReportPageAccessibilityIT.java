package dev.palisade.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of axe holds on every screen and in both colour schemes, whatever the page shows. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportPageAccessibilityIT {
    private Chromium chromium;
    private Path page;

    @BeforeAll
    void openBrowser(@TempDir Path directory) throws Exception {
        page = new ReportPages(directory).ofStackWithViolation();
        chromium = new Chromium();
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    static Stream<Arguments> views() {
        return Stream.of(Screen.values()).flatMap(screen -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .map(scheme -> Arguments.of(screen, scheme)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("views")
    void axeFindsNothing(Screen screen, ColorScheme scheme) {
        try (var report = chromium.open(page, screen, scheme)) {
            report.page().locator("#findinglist article p a").first().click();
            report.page().locator("#tree summary").last().click();
            assertAccessible(report.page());
            report.page().locator("#search").fill("key");
            report.page().locator("#policysearch").fill("no such policy");
            assertAccessible(report.page());
        }
    }

    private static void assertAccessible(Page page) {
        var results = new AxeBuilder(page).analyze();
        assertThat(results.getPasses()).as("rules that were tried").hasSizeGreaterThan(20);
        assertThat(results.getViolations())
                .as(() -> results.getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getHelp() + " " + rule.getNodes())
                        .toList()
                        .toString())
                .isEmpty();
    }
}
