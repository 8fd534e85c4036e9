package dev.palisade.e2e.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody does who gets report.html as a file: reads, searches, follows links. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportPageIT {
    /** More than enough to get from one end of the page's head to an exemption. */
    private static final int MOST_TABS = 60;

    private Chromium chromium;
    private Path prod;
    private Path violation;

    @BeforeAll
    void openBrowser(@TempDir Path directory) throws Exception {
        var pages = new ReportPages(directory);
        prod = pages.ofProd();
        violation = pages.ofStackWithViolation();
        chromium = new Chromium();
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void theTreeIsSearched() {
        try (var report = chromium.open(prod, Screen.DESKTOP, ColorScheme.LIGHT)) {
            report.page().getByLabel("Search").last().fill("loadBalancer:LoadBalancer");
            assertThat(report.shownResources()).hasCount(1);
            assertThat(report.shownResources()).containsText("aws:lb/loadBalancer:LoadBalancer");
            assertThat(report.page().locator("#matches")).hasText("1 found");
            report.page().getByLabel("Search").last().fill("");
            assertThat(report.page().locator("#matches")).containsText("resources");
        }
    }

    @Test
    void aFindingLeadsToItsResourceAmongItsParents() {
        try (var report = chromium.open(violation, Screen.DESKTOP, ColorScheme.LIGHT)) {
            Locator finding = report.page().locator("#findinglist article").first();
            assertThat(finding).containsText("kms-key-rotates");
            Locator link = finding.locator("p a");
            String resource = link.innerText();
            link.click();
            assertThat(report.page().locator("#tree .resource:focus")).containsText(resource);
            assertThat(report.page().locator("#tree .resource:focus")).containsText("violation");
            assertThat(report.isFocusInView()).isTrue();
            assertThat(report.page().locator("#tree details[open] :focus")).isVisible();
        }
    }

    @Test
    void aFindingLeadsToItsPolicyEvenIfPoliciesAreFiltered() {
        try (var report = chromium.open(violation, Screen.DESKTOP, ColorScheme.LIGHT)) {
            report.page().getByLabel("Severity").selectOption("LOW");
            report.page().locator("#findinglist article h3 a").first().click();
            assertThat(report.page().locator("#policyrows tr:focus")).containsText("kms-key-rotates");
            assertThat(report.isFocusInView()).isTrue();
        }
    }

    @Test
    void theKeyboardAloneGetsFromTheTopToTheResourceOfAnExemptionAndOpensItsParent() {
        try (var report = chromium.open(prod, Screen.DESKTOP, ColorScheme.LIGHT)) {
            Page page = report.page();
            page.keyboard().press("Tab");
            assertThat(report.focused()).isEqualTo("Skip to the report");
            page.keyboard().press("Enter");
            Locator exempted = page.locator("#exemptionlist article p a").first();
            String resource = exempted.innerText();
            tabTo(page, "#exemptionlist article p a");
            page.keyboard().press("Enter");
            assertThat(page.locator("#tree .resource:focus")).containsText(resource);
            assertThat(report.isFocusInView()).isTrue();

            page.keyboard().press("Shift+Tab");
            Locator parent = page.locator("details:has(> summary:focus)");
            assertThat(parent).hasAttribute("open", "");
            page.keyboard().press("Enter");
            assertThat(page.locator("details:not([open]):has(> summary:focus)")).hasCount(1);

            tabTo(page, "#search", "Shift+Tab");
            page.keyboard().type("kms");
            assertThat(page.locator("#matches")).containsText("found");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void nothingIsFetchedAndNothingFails(Screen screen) {
        try (var report = chromium.open(prod, screen, ColorScheme.DARK)) {
            report.page().getByLabel("Search").last().fill("key");
            report.page().locator("#exemptionlist article p a").first().click();
            assertThat(report.foreignRequests()).isEmpty();
            assertThat(report.complaints()).isEmpty();
        }
    }

    @Test
    void aPhoneNeedsNoScrollingToTheSide() {
        try (var report = chromium.open(violation, Screen.PHONE, ColorScheme.LIGHT)) {
            assertThat(report.overhang()).isZero();
            report.page().locator("#findinglist article p a").first().tap();
            assertThat(report.overhang()).isZero();
            report.page().getByLabel("Search").last().fill("a");
            assertThat(report.overhang()).isZero();
        }
    }

    @Test
    void everySectionHasItsHeadingAndIsReachedFromTheTop() {
        try (var report = chromium.open(prod, Screen.DESKTOP, ColorScheme.LIGHT)) {
            Locator links = report.page().getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK);
            assertThat(links).not().hasCount(0);
            for (Locator link : links.all()) {
                link.click();
                assertThat(report.page().locator("h2:target")).hasText(link.innerText());
            }
        }
    }

    private static void tabTo(Page page, String selector) {
        tabTo(page, selector, "Tab");
    }

    private static void tabTo(Page page, String selector, String key) {
        Locator reached = page.locator(selector + ":focus");
        for (int i = 0; i < MOST_TABS && reached.count() == 0; i++) {
            page.keyboard().press(key);
        }
        assertThat(reached).hasCount(1);
    }
}
