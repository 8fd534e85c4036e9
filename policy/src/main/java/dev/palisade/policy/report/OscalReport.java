package dev.palisade.policy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Outcome;
import dev.palisade.policy.gate.Standing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * For auditors: OSCAL assessment results, an observation for each policy that judged something and a finding for each
 * NIST 800-53 control behind them. Ids follow from names, so that two reports of one stack can be compared.
 *
 * @see <a href="https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/assessment-results/json-outline/">OSCAL 1.1.2</a>
 */
public final class OscalReport {

    private final Clock clock;

    public OscalReport(Clock clock) {
        this.clock = clock;
    }

    public String render(String stack, Assessment assessment) {
        Map<Policy, Standing> judged = new LinkedHashMap<>(assessment.policies());
        judged.values().removeIf(Standing.NOT_APPLICABLE::equals);
        Map<String, List<Policy>> controls = controls(judged);

        Map<String, Object> result = new LinkedHashMap<>();
        result.put("uuid", uuid(stack + " result"));
        result.put("title", "Stack " + stack);
        result.put("description", "What the policies say of every resource of the stack.");
        result.put("start", clock.instant().toString());
        result.put("reviewed-controls", Map.of("control-selections", List.of(selection(controls))));
        result.put(
                "observations",
                judged.entrySet().stream()
                        .map(one -> observation(stack, one.getKey(), one.getValue(), assessment))
                        .toList());
        if (!controls.isEmpty()) {
            result.put(
                    "findings",
                    controls.entrySet().stream()
                            .map(control -> finding(stack, control.getKey(), control.getValue(), judged))
                            .toList());
        }

        Map<String, Object> results = new LinkedHashMap<>();
        results.put("uuid", uuid(stack));
        results.put("metadata", metadata(stack));
        results.put("import-ap", Map.of("href", "docs/policies.md"));
        results.put("results", List.of(result));
        try {
            return SortedJson.JSON
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("assessment-results", results))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts can always be written", e);
        }
    }

    private Map<String, Object> metadata(String stack) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("title", "Palisade: stack " + stack);
        metadata.put("last-modified", clock.instant().toString());
        metadata.put("version", "0.1.0");
        metadata.put("oscal-version", "1.1.2");
        return metadata;
    }

    private static Map<String, List<Policy>> controls(Map<Policy, Standing> judged) {
        Map<String, List<Policy>> controls = new TreeMap<>();
        Requirements.of(Framework.NIST_800_53, judged.keySet())
                .forEach((reference, policies) -> controls.computeIfAbsent(id(reference), id -> new ArrayList<>())
                        .addAll(policies));
        return controls;
    }

    /** The catalogue's id of a control: {@code sc-7.3} for SC-7(3). */
    private static String id(String reference) {
        return reference.toLowerCase(Locale.ROOT).replace('(', '.').replace(")", "");
    }

    private static Map<String, Object> selection(Map<String, List<Policy>> controls) {
        return controls.isEmpty()
                ? Map.of("include-all", Map.of())
                : Map.of(
                        "include-controls",
                        controls.keySet().stream()
                                .map(control -> Map.of("control-id", control))
                                .toList());
    }

    private Map<String, Object> observation(String stack, Policy policy, Standing standing, Assessment assessment) {
        List<Map<String, Object>> subjects = assessment.outcomes().stream()
                .filter(outcome -> outcome.finding().policy().equals(policy) && isTold(outcome))
                .map(outcome -> subject(stack, outcome))
                .toList();
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("uuid", uuid(stack + " " + policy.id()));
        observation.put("title", policy.id());
        observation.put("description", policy.info().title() + ": " + standing.name());
        observation.put("methods", List.of("TEST"));
        if (!subjects.isEmpty()) {
            observation.put("subjects", subjects);
        }
        observation.put("collected", clock.instant().toString());
        return observation;
    }

    private static boolean isTold(Outcome outcome) {
        return outcome.isViolation()
                || outcome.isUnknown()
                || outcome.exemption().isPresent();
    }

    private static Map<String, Object> subject(String stack, Outcome outcome) {
        String urn = outcome.finding().urn();
        String exempted = outcome.exemption()
                .map(exemption -> " (exempted by " + exemption.id() + " until " + exemption.expires() + ")")
                .orElse("");
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("subject-uuid", uuid(stack + " " + urn));
        subject.put("type", "resource");
        subject.put("title", Words.resource(urn));
        subject.put("remarks", Words.reasons(outcome) + exempted);
        return subject;
    }

    private static Map<String, Object> finding(
            String stack, String control, List<Policy> policies, Map<Policy, Standing> judged) {
        boolean satisfied =
                policies.stream().map(judged::get).allMatch(one -> one == Standing.PASS || one == Standing.EXEMPT);
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("uuid", uuid(stack + " " + control));
        finding.put("title", control);
        finding.put("description", "By " + policies.size() + " policies.");
        finding.put(
                "target",
                Map.of(
                        "type",
                        "objective-id",
                        "target-id",
                        control,
                        "status",
                        Map.of("state", satisfied ? "satisfied" : "not-satisfied")));
        finding.put(
                "related-observations",
                policies.stream()
                        .map(policy -> Map.of("observation-uuid", uuid(stack + " " + policy.id())))
                        .toList());
        return finding;
    }

    /** Version 5 in its form, from SHA-256: the same name is the same id. */
    private static String uuid(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            long high = (bytes.getLong() & ~0xF000L) | 0x5000L;
            long low = (bytes.getLong() & ~(0b11L << 62)) | (0b10L << 62);
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
