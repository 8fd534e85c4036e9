package dev.palisade.e2e.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the engine wrote to {@code --event-log}: one JSON object a line. */
public record EventLog(List<JsonNode> events) {

    /** A policy's verdict on one resource as the engine reports it. */
    public record Violation(String policy, String level, String urn, String message) {}

    /**
     * One step on one resource: {@code create}, {@code update}, {@code delete}, {@code same} and others.
     *
     * @param at the place of its event in the log
     */
    public record Step(int at, String operation, String urn) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the file; none when the engine did not come as far as writing one. */
    static EventLog read(Path file) throws IOException {
        var events = new ArrayList<JsonNode>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    events.add(JSON.readTree(line));
                }
            }
        }
        return new EventLog(List.copyOf(events));
    }

    /** Every violation, whatever its level. */
    public List<Violation> violations() {
        return of("policyEvent")
                .map(it -> new Violation(
                        it.path("policyName").asText(),
                        it.path("enforcementLevel").asText(),
                        it.path("resourceUrn").asText(),
                        it.path("message").asText()))
                .toList();
    }

    /** The steps in the order in which they began. */
    public List<Step> begun() {
        return steps("resourcePreEvent");
    }

    /** The steps in the order in which they ended well. */
    public List<Step> done() {
        return steps("resOutputsEvent");
    }

    /** How many resources each operation touched, from the closing summary. */
    public Map<String, Integer> changes() {
        var changes = new TreeMap<String, Integer>();
        of("summaryEvent")
                .flatMap(it -> it.path("resourceChanges").properties().stream())
                .forEach(
                        change -> changes.put(change.getKey(), change.getValue().asInt()));
        return changes;
    }

    /** Every diagnostic of severity error. */
    public List<String> errors() {
        return of("diagnosticEvent")
                .filter(it -> it.path("severity").asText().equals("error"))
                .map(it -> it.path("message").asText())
                .toList();
    }

    private List<Step> steps(String kind) {
        var steps = new ArrayList<Step>();
        for (int at = 0; at < events.size(); at++) {
            var step = events.get(at).path(kind).path("metadata");
            if (!step.isMissingNode()) {
                steps.add(
                        new Step(at, step.path("op").asText(), step.path("urn").asText()));
            }
        }
        return List.copyOf(steps);
    }

    private java.util.stream.Stream<JsonNode> of(String kind) {
        return events.stream().map(it -> it.path(kind)).filter(it -> !it.isMissingNode());
    }
}
