package dev.palisade.policy.report;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.policy.exemption.Exemption;
import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Enforcement;
import dev.palisade.policy.gate.Gate;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.kms.KmsKeyRotates;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** One violation, one unknown, one exempted and one compliant key, in every form. */
class ReportsTest {
    private static final String KEY = "aws:kms/key:Key";
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final Assessment assessment = assess(stack(
                    resource(KEY, "good").set("enableKeyRotation", true),
                    resource(KEY, "</script><b>bad").set("enableKeyRotation", false),
                    resource(KEY, "later").unknown("enableKeyRotation"),
                    resource(KEY, "excused").set("enableKeyRotation", false))
            .build());

    @Test
    void textNamesEachFindingWithItsRemedyAndSumsUp() {
        String text = new TextReport(Paint.PLAIN).render(assessment);
        assertThat(text)
                .contains(
                        "Violations (1)", "MEDIUM  kms-key-rotates  aws:kms/key:Key </script><b>bad", "remedy: Switch")
                .contains(
                        "Unknown (1)", "Exempted (1)", "a documented reason for this key (platform, until 2027-01-01)")
                .contains("X4   FAIL")
                .endsWith("NOT COMPLIANT  5 resources, 1 policies: 1 violation, 1 unknown, 1 exempted\n")
                .doesNotContain("\u001b");
    }

    @Test
    void colourIsForTerminalsAlone() {
        assertThat(new TextReport(Paint.COLOUR).render(assessment)).contains("\u001b[1;31mFAIL");
    }

    @Test
    void markdownKeepsMarkupInNamesFromTheReader() {
        assertThat(MarkdownReport.render("dev", assessment, HtmlReport.Changes.NONE))
                .contains("## Palisade: `dev` is **not compliant**")
                .contains("| X4 | Kubernetes secrets encrypted at rest | ❌ FAIL | 1 |")
                .contains("EX-1: a documented reason for this key")
                .doesNotContain("hange", "mermaid");
    }

    @Test
    void markdownFoldsTheFirstHundredChangesAndCountsTheOthers() {
        List<String> lines =
                IntStream.range(0, 103).mapToObj(i -> "+ t" + i + "```").toList();
        assertThat(MarkdownReport.render("dev", assessment, new HtmlReport.Changes(true, lines)))
                .contains("<details><summary>\nWhat changes: 103 resources\n</summary>\n\n```diff\n+ t0'''\n")
                .contains("+ t99'''\nand 3 more\n```\n")
                .doesNotContain("t100");
        assertThat(MarkdownReport.render("dev", assessment, new HtmlReport.Changes(true, List.of())))
                .contains("\nNothing changes.\n");
    }

    @Test
    void jsonListsWhatNeedsAttentionOnOneLineWhereAsked() throws Exception {
        String line = JsonReport.line("dev", assessment);
        assertThat(line).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.at("/compliant").asBoolean()).isFalse();
        assertThat(json.at("/violations/0/policy").asText()).isEqualTo("kms-key-rotates");
        assertThat(json.at("/violations")).hasSize(1);
        assertThat(json.at("/unknowns")).hasSize(1);
        assertThat(json.at("/exempted/0/exemption").asText()).isEqualTo("EX-1");
        assertThat(json.at("/checklist/X4").asText()).isEqualTo("FAIL");
    }

    @Test
    void sarifSuppressesWhatIsExempted() throws Exception {
        JsonNode run = new ObjectMapper()
                .readTree(SarifReport.render("dev", assessment))
                .at("/runs/0");
        assertThat(run.at("/results")).hasSize(3);
        assertThat(run.at("/results/0/level").asText()).isEqualTo("warning");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("Pulumi.dev.yaml");
        assertThat(run.at("/results/0/suppressions").isMissingNode()).isTrue();
        assertThat(run.at("/results/2/suppressions/0/justification").asText()).startsWith("EX-1:");
    }

    @Test
    void junitCountsFailuresErrorsAndSkips() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var suite = (Element) factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitReport.render("dev", assessment))))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    }

    @Test
    void thePageEmbedsTheFactsSoThatNoNameCanEndTheScript() {
        String page = new HtmlReport(TODAY).render("dev", assessment, HtmlReport.Changes.NONE);
        assertThat(page).contains("\\u003c/script>\\u003cb>bad").doesNotContain("</script><b>bad");
        assertThat(page).contains("\"daysLeft\":40");
    }

    @Test
    void theOrderOfFindingsIsTheSameWhateverTheOrderOfResources() {
        Assessment turned = assess(stack(
                        resource(KEY, "excused").set("enableKeyRotation", false),
                        resource(KEY, "later").unknown("enableKeyRotation"),
                        resource(KEY, "</script><b>bad").set("enableKeyRotation", false),
                        resource(KEY, "good").set("enableKeyRotation", true))
                .build());
        assertThat(JsonReport.render("dev", turned)).isEqualTo(JsonReport.render("dev", assessment));
    }

    /** The order of an immutable map changes from process to process, so that two runs in one would show nothing. */
    @Test
    void fieldsAreSortedForTwoRunsToWriteTheSame() throws Exception {
        String page = new HtmlReport(TODAY).render("dev", assessment, HtmlReport.Changes.NONE);
        String start = "<script type=\"application/json\" id=\"data\">";
        int data = page.indexOf(start) + start.length();
        for (String text : List.of(
                SarifReport.render("dev", assessment),
                new OscalReport(TODAY).render("dev", assessment),
                page.substring(data, page.indexOf("</script>", data)))) {
            assertSorted(new ObjectMapper().readTree(text));
        }
    }

    private static void assertSorted(JsonNode json) {
        assertThat(json.properties().stream().map(Map.Entry::getKey).toList()).isSorted();
        json.forEach(ReportsTest::assertSorted);
    }

    private static Assessment assess(Graph graph) {
        Exemptions exemptions = new Exemptions(List.of(new Exemption(
                "EX-1",
                "kms-key-rotates",
                KEY + "::excused",
                "a documented reason for this key",
                "platform",
                LocalDate.of(2027, 1, 1),
                List.of())));
        return new Gate(List.of(new KmsKeyRotates()), Enforcement.MANDATORY, exemptions, TODAY).assess(graph);
    }
}
