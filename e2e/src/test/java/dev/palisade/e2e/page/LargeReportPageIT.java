package dev.palisade.e2e.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack fifty times as large as this one is still read with ease. */
class LargeReportPageIT {
    private static final int RESOURCES = 10_000;
    /** Milliseconds in which somebody who types sees each letter's effect without waiting. */
    private static final double AT_ONCE = 500;

    private static final String SEARCH = """
            text => {
              const field = document.getElementById("search");
              const begun = performance.now();
              field.value = text;
              field.dispatchEvent(new Event("input"));
              document.getElementById("tree").getBoundingClientRect();
              return performance.now() - begun;
            }""";

    @Test
    void tenThousandResourcesAreSearchedAtOnceAndShownPageByPage(@TempDir Path directory) throws Exception {
        Path page = new ReportPages(directory).ofStackWithResources(RESOURCES);
        try (var chromium = new Chromium();
                var report = chromium.open(page, Screen.PHONE, ColorScheme.LIGHT)) {
            assertThat(report.page().locator("#matches")).hasText(RESOURCES + " resources");

            double took = (Double) report.page().evaluate(SEARCH, "parameter");
            System.out.printf("a search among %d resources took %.0f ms%n", RESOURCES, took);
            assertThat(took).isLessThan(AT_ONCE);
            assertThat(report.shownResources()).hasCount(300);
            report.page().locator("#tree button").click();
            assertThat(report.shownResources()).hasCount(600);
            assertThat(report.isFocusInView()).isTrue();

            String last = "parameter-" + (RESOURCES - 1);
            report.page().locator("#search").fill(last);
            assertThat(report.shownResources()).hasCount(1);
            assertThat(report.shownResources()).containsText("aws:ssm/parameter:Parameter " + last);
            report.page().navigate(page.toUri() + "#r-" + encodedUrnOf(report, last));
            assertThat(report.page().locator("#tree details .resource:focus")).containsText(last);
            assertThat(report.overhang()).isZero();
        }
    }

    private static String encodedUrnOf(OpenedReport report, String name) {
        return (String) report.page()
                .evaluate("name => encodeURIComponent(data.resources.find(one => one.name === name).urn)", name);
    }
}
