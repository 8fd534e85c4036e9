package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Events of AWS's services as they document them, in the region of the stack.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event.html">Events from services</a>
 */
final class KnownEvents {
    private static final Property REPOSITORY = Property.of("aws:ecr/repository:Repository", "name");
    private static final Property REGION = Property.of("pulumi:providers:aws", "region");

    private KnownEvents() {}

    /** The detail-types of a source that are known here. */
    static Set<String> kinds(String source, Graph graph) {
        return serious(source, graph).stream()
                .flatMap(event -> event.field("detail-type").text().stream())
                .collect(Collectors.toSet());
    }

    /** What a source sends when somebody must look. */
    static List<Value> serious(String source, Graph graph) {
        return switch (source) {
            case "aws.guardduty" -> List.of(guardDuty(5, graph), guardDuty(8, graph));
            case "aws.inspector2" ->
                List.of(inspector("CRITICAL", "ACTIVE", graph), inspector("HIGH", "ACTIVE", graph));
            case "aws.ecr" -> List.of(scan(Map.of("CRITICAL", 1), graph));
            case "aws.acm" ->
                List.of(event(source, "ACM Certificate Approaching Expiration", Map.of("DaysToExpiry", 14), graph));
            default -> List.of();
        };
    }

    /** What a source sends every day, and nobody can act on. */
    static List<Value> trifling(String source, Graph graph) {
        return switch (source) {
            case "aws.guardduty" -> List.of(guardDuty(1, graph));
            case "aws.inspector2" ->
                List.of(inspector("INFORMATIONAL", "ACTIVE", graph), inspector("HIGH", "CLOSED", graph));
            case "aws.ecr" -> List.of(scan(Map.of("INFORMATIONAL", 1), graph));
            default -> List.of();
        };
    }

    private static Value guardDuty(int severity, Graph graph) {
        return event("aws.guardduty", "GuardDuty Finding", Map.of("severity", severity), graph);
    }

    private static Value inspector(String severity, String status, Graph graph) {
        return event("aws.inspector2", "Inspector2 Finding", Map.of("severity", severity, "status", status), graph);
    }

    private static Value scan(Map<String, Integer> counts, Graph graph) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("scan-status", "COMPLETE");
        detail.put("finding-severity-counts", counts);
        first(REPOSITORY, graph, name -> detail.put("repository-name", name));
        return event("aws.ecr", "ECR Image Scan", detail, graph);
    }

    private static Value event(String source, String kind, Map<String, Object> detail, Graph graph) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("source", source);
        event.put("detail-type", kind);
        event.put("detail", detail);
        first(REGION, graph, region -> event.put("region", region));
        return Values.ofJson(event);
    }

    private static void first(Property property, Graph graph, Consumer<String> use) {
        graph.ofType(property.type()).stream()
                .flatMap(resource -> resource.get(property).text().stream())
                .findFirst()
                .ifPresent(use);
    }
}
