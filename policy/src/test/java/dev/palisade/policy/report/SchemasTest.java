package dev.palisade.policy.report;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Enforcement;
import dev.palisade.policy.gate.Gate;
import dev.palisade.policy.rules.Catalogue;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What others read is what its publisher's schema says. */
class SchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String KEY = "aws:kms/key:Key";

    private final Assessment assessment = new Gate(
                    Catalogue.policies(), Enforcement.MANDATORY, new Exemptions(java.util.List.of()), TODAY)
            .assess(stack(
                            resource(KEY, "good").set("enableKeyRotation", true),
                            resource(KEY, "bad").set("enableKeyRotation", false),
                            resource(KEY, "later").unknown("enableKeyRotation"))
                    .build());

    @Test
    void sarifIsSarif() throws IOException {
        assertValid("/schema/sarif-schema-2.1.0.json", VersionFlag.V7, SarifReport.render("dev", assessment));
    }

    @Test
    void oscalIsAssessmentResults() throws IOException {
        String report = new OscalReport(TODAY).render("dev", assessment);
        assertValid("/schema/json/oscal-ar_schema.json", VersionFlag.V7, report);
    }

    /** There is no one schema of JUnit's reports; Surefire's is Maven's own. It knows suites, not what holds several. */
    @Test
    void eachSuiteOfJUnitsReportIsAsSurefireWritesThem() throws Exception {
        var suites = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitReport.render("dev", assessment))))
                .getElementsByTagName("testsuite");
        var schema = SchemaFactory.newDefaultInstance()
                .newSchema(SchemasTest.class.getResource("/schema/surefire-test-report.xsd"));
        assertThat(suites.getLength()).isPositive();
        for (int i = 0; i < suites.getLength(); i++) {
            var suite = suites.item(i);
            assertThatCode(() -> schema.newValidator().validate(new DOMSource(suite)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void oscalFindsAControlSatisfiedOnlyIfEveryPolicyBehindItPasses() throws IOException {
        JsonNode result =
                JSON.readTree(new OscalReport(TODAY).render("dev", assessment)).at("/assessment-results/results/0");
        assertThat(result.path("findings").findValuesAsText("state")).contains("not-satisfied");
        assertThat(result.path("observations").findValuesAsText("title")).contains("kms-key-rotates");
        assertThat(result.path("observations").findValuesAsText("remarks"))
                .anyMatch(remark -> remark.contains("rotat"));
    }

    @Test
    void aFrameworkShowsWhereEachRequirementStands() {
        String view = new FrameworkReport(Framework.CIS_AWS, Paint.PLAIN).render(assessment);
        assertThat(view)
                .startsWith("CIS AWS Foundations Benchmark")
                .contains("FAIL")
                .contains("kms-key-rotates");
    }

    private static void assertValid(String schema, VersionFlag version, String document) throws IOException {
        try (var stream = SchemasTest.class.getResourceAsStream(schema)) {
            var errors =
                    JsonSchemaFactory.getInstance(version).getSchema(stream).validate(JSON.readTree(document));
            assertThat(errors).isEmpty();
        }
    }
}
