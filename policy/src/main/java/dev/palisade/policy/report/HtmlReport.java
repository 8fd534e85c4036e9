package dev.palisade.policy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Outcome;
import dev.palisade.policy.gate.Standing;
import dev.palisade.policy.graph.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** For a reader with a browser: one page that needs nothing else. Its facts are embedded as JSON. */
public final class HtmlReport {

    private final Clock clock;

    /** The clock tells how many days exemptions have left. */
    public HtmlReport(Clock clock) {
        this.clock = clock;
    }

    /** The page. */
    public String render(String stack, Assessment assessment, Changes changes) {
        List<FlowLine> flows = FlowLine.of(assessment.graph());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("stack", stack);
        data.put("compliant", assessment.isCompliant());
        data.put("summary", Words.summary(assessment));
        data.put("rows", rows(assessment));
        data.put("violations", findings(assessment.violations()));
        data.put("unknowns", findings(assessment.unknowns()));
        data.put("exempted", findings(assessment.exempted()));
        data.put("problems", assessment.problems());
        data.put("flows", flows);
        data.put("baseline", changes.compared());
        data.put("changes", changes.lines());
        data.put("policies", policies(assessment));
        data.put(
                "resources",
                assessment.graph().resources().stream()
                        .map(HtmlReport::resource)
                        .toList());
        return part("report.html")
                .replace("/*STYLE*/", part("report.css"))
                .replace("/*SCRIPT*/", part("report.js"))
                .replace("<!--DIAGRAM-->", new Diagram(assessment.graph(), flows).svg())
                .replace("<!--DATA-->", embedded(data));
    }

    /** What changed against a baseline, if the stack was compared with one. */
    public record Changes(boolean compared, List<String> lines) {
        public static final Changes NONE = new Changes(false, List.of());

        public Changes {
            lines = List.copyOf(lines);
        }
    }

    private static List<Map<String, Object>> rows(Assessment assessment) {
        Map<Row, Standing> standings = assessment.rows();
        return standings.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "id", entry.getKey().name(),
                        "title", entry.getKey().title(),
                        "standing", entry.getValue().name(),
                        "policies", Words.policies(assessment, entry.getKey())))
                .toList();
    }

    private List<Map<String, Object>> findings(List<Outcome> outcomes) {
        return outcomes.stream().map(this::finding).toList();
    }

    private Map<String, Object> finding(Outcome outcome) {
        Policy policy = outcome.finding().policy();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", policy.id());
        json.put("severity", policy.info().severity().name());
        json.put("urn", outcome.finding().urn());
        json.put("message", Words.reasons(outcome));
        json.put("remedy", policy.info().remedy());
        outcome.exemption().ifPresent(exemption -> {
            json.put("exemption", exemption.id());
            json.put("reason", exemption.reason());
            json.put("owner", exemption.owner());
            json.put("expires", exemption.expires().toString());
            json.put("daysLeft", ChronoUnit.DAYS.between(LocalDate.now(clock), exemption.expires()));
        });
        return json;
    }

    private static List<Map<String, Object>> policies(Assessment assessment) {
        return assessment.policies().entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "id", entry.getKey().id(),
                        "title", entry.getKey().info().title(),
                        "severity", entry.getKey().info().severity().name(),
                        "standing", entry.getValue().name(),
                        "controls",
                                entry.getKey().controls().stream()
                                        .map(control -> Map.of(
                                                "framework",
                                                control.framework().prefix(),
                                                "reference",
                                                control.reference()))
                                        .toList()))
                .toList();
    }

    private static Map<String, Object> resource(Resource resource) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("urn", resource.urn());
        json.put("type", resource.type());
        json.put("name", resource.name());
        json.put("parent", Objects.requireNonNullElse(resource.parent(), ""));
        return json;
    }

    /** JSON that cannot end the script element it stands in. */
    private static String embedded(Map<String, Object> data) {
        try {
            return SortedJson.JSON
                    .writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts can always be written", e);
        }
    }

    private static String part(String name) {
        try (InputStream part = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(part, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
