package dev.palisade.policy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.palisade.policy.exemption.Exemption;
import dev.palisade.policy.framework.Control;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Outcome;
import dev.palisade.policy.graph.Urn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For code scanning: SARIF 2.1.0, with exempted findings as suppressed ones.
 *
 * <p>The engine tells no source positions, so a result stands at the stack's settings file and names its resource as a
 * logical location.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">OASIS: SARIF 2.1.0</a>
 */
public final class SarifReport {

    private SarifReport() {}

    public static String render(String stack, Assessment assessment) {
        List<Policy> policies = List.copyOf(assessment.policies().keySet());
        List<Outcome> told = new ArrayList<>(assessment.violations());
        told.addAll(assessment.unknowns());
        told.addAll(assessment.exempted());
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Palisade");
        driver.put("semanticVersion", "0.1.0");
        driver.put("rules", policies.stream().map(SarifReport::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put(
                "results",
                told.stream().map(outcome -> result(stack, outcome, policies)).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        document.put("version", "2.1.0");
        document.put("runs", List.of(run));
        try {
            return SortedJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts can always be written", e);
        }
    }

    private static Map<String, Object> rule(Policy policy) {
        var info = policy.info();
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> tags = new ArrayList<>(List.of("security"));
        Arrays.stream(info.rows()).map(Enum::name).forEach(tags::add);
        policy.controls().stream().map(Control::toString).forEach(tags::add);
        properties.put("tags", tags);
        properties.put("security-severity", score(info.severity()));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", policy.id());
        rule.put("shortDescription", Map.of("text", info.title()));
        rule.put("fullDescription", Map.of("text", info.why()));
        rule.put("help", Map.of("text", info.remedy()));
        rule.put("defaultConfiguration", Map.of("level", level(info.severity())));
        rule.put("properties", properties);
        return rule;
    }

    private static Map<String, Object> result(String stack, Outcome outcome, List<Policy> policies) {
        Policy policy = outcome.finding().policy();
        String urn = outcome.finding().urn();
        String name = urn.isEmpty() ? stack : Urn.parse(urn).name();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", policy.id());
        result.put("ruleIndex", policies.indexOf(policy));
        result.put("level", outcome.blocks() ? level(policy.info().severity()) : "note");
        String prefix = outcome.isUnknown() ? "UNKNOWN: " : "";
        result.put("message", Map.of("text", prefix + Words.resource(urn) + ": " + Words.reasons(outcome)));
        result.put(
                "locations",
                List.of(Map.of(
                        "physicalLocation",
                        Map.of(
                                "artifactLocation", Map.of("uri", "Pulumi." + stack + ".yaml"),
                                "region", Map.of("startLine", 1)),
                        "logicalLocations",
                        List.of(Map.of("name", name, "fullyQualifiedName", urn, "kind", "resource")))));
        result.put("partialFingerprints", Map.of("palisade/v1", policy.id() + "@" + urn));
        outcome.exemption().ifPresent(exemption -> result.put("suppressions", List.of(suppression(exemption))));
        return result;
    }

    private static Map<String, Object> suppression(Exemption exemption) {
        return Map.of(
                "kind",
                "external",
                "status",
                "accepted",
                "justification",
                exemption.id() + ": " + exemption.reason() + " (" + exemption.owner() + ", until " + exemption.expires()
                        + ")");
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    /** The lower end of each band of CVSS 3.1, by which code scanning sorts. */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.0";
            case HIGH -> "7.0";
            case MEDIUM -> "4.0";
            case LOW -> "0.1";
        };
    }
}
