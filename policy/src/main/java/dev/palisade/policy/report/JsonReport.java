package dev.palisade.policy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** For other programs. Verdicts that pass or do not apply are counted, the others listed. */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    /** On several lines. */
    public static String render(String stack, Assessment assessment) {
        return write(JSON.copy().enable(SerializationFeature.INDENT_OUTPUT), document(stack, assessment)) + "\n";
    }

    /** On one line. */
    public static String line(String stack, Assessment assessment) {
        return write(JSON, document(stack, assessment));
    }

    /** On one line with the graph's name, for many graphs in one output. */
    public static String line(String graph, String stack, Assessment assessment) {
        Map<String, Object> document = new LinkedHashMap<>(Map.of("graph", graph));
        document.putAll(document(stack, assessment));
        return write(JSON, document);
    }

    /** The line of a graph that could not be read. */
    public static String unreadable(String graph, String error) {
        return write(JSON, new TreeMap<>(Map.of("graph", graph, "error", error)));
    }

    private static Map<String, Object> document(String stack, Assessment assessment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("stack", stack);
        document.put("compliant", assessment.isCompliant());
        document.put("resources", assessment.graph().resources().size());
        Map<String, String> rows = new LinkedHashMap<>();
        assessment.rows().forEach((row, standing) -> rows.put(row.name(), standing.name()));
        document.put("checklist", rows);
        Map<String, String> policies = new LinkedHashMap<>();
        assessment.policies().forEach((policy, standing) -> policies.put(policy.id(), standing.name()));
        document.put("policies", policies);
        document.put("violations", outcomes(assessment.violations()));
        document.put("unknowns", outcomes(assessment.unknowns()));
        document.put("exempted", outcomes(assessment.exempted()));
        document.put(
                "exemptionProblems",
                assessment.problems().stream()
                        .map(problem ->
                                new TreeMap<>(Map.of("exemption", problem.exemption(), "message", problem.message())))
                        .toList());
        return document;
    }

    private static String write(ObjectMapper mapper, Map<String, Object> document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts can always be written", e);
        }
    }

    private static List<Map<String, Object>> outcomes(List<Outcome> outcomes) {
        return outcomes.stream().map(JsonReport::outcome).toList();
    }

    private static Map<String, Object> outcome(Outcome outcome) {
        Policy policy = outcome.finding().policy();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", policy.id());
        json.put("severity", policy.info().severity().name());
        json.put("enforcement", outcome.level().name());
        json.put("urn", outcome.finding().urn());
        json.put("message", Words.reasons(outcome));
        json.put("remedy", policy.info().remedy());
        outcome.exemption().ifPresent(exemption -> {
            json.put("exemption", exemption.id());
            json.put("reason", exemption.reason());
            json.put("owner", exemption.owner());
            json.put("expires", exemption.expires().toString());
            json.put("evidence", exemption.evidence());
        });
        return json;
    }
}
