package dev.palisade.policy.exemption;

import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All exemptions of a repository, applied to the findings on one graph.
 *
 * @param malformed what is wrong with the file itself; stops the gate on every graph
 */
public record Exemptions(List<Exemption> all, List<ExemptionProblem> malformed) {
    public static final Exemptions NONE = new Exemptions(List.of());

    private static final String FILE = "exemptions.yaml";

    public Exemptions {
        all = List.copyOf(all);
        malformed = List.copyOf(malformed);
    }

    public Exemptions(List<Exemption> all) {
        this(all, List.of());
    }

    /** Those of {@code exemptions.yaml}, which is part of the pack. */
    public static Exemptions declared() {
        try (InputStream file = Exemptions.class.getResourceAsStream("/" + FILE)) {
            return file == null ? NONE : read(new String(file.readAllBytes(), StandardCharsets.UTF_8), FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads the YAML of a file; what is wrong with it becomes {@link #malformed()}.
     *
     * @param file the name by which problems refer to it
     */
    public static Exemptions read(String yaml, String file) {
        return new ExemptionReader(file).read(yaml);
    }

    /** Which findings are covered, by which exemption, and which exemptions do not hold. */
    public record Applied(Map<Finding, Exemption> covered, List<ExemptionProblem> problems) {
        public Applied {
            covered = Map.copyOf(covered);
            problems = List.copyOf(problems);
        }
    }

    /** The exemptions that speak of these findings and have not expired, whether or not their evidence holds. */
    public Map<Finding, Exemption> covering(List<Finding> findings, Clock clock) {
        Map<Finding, Exemption> covered = new LinkedHashMap<>();
        List<Finding> open = open(findings);
        for (Exemption exemption : all) {
            List<Finding> own = about(exemption, open);
            if (!own.isEmpty() && untimely(exemption, clock).isEmpty()) {
                own.forEach(finding -> covered.put(finding, exemption));
            }
        }
        return covered;
    }

    /** Applies them to the findings on the whole graph, on the day that the clock tells. */
    public Applied apply(List<Finding> findings, Graph graph, Clock clock) {
        Evidence evidence = new Evidence(findings, graph);
        List<Finding> open = open(findings);
        Map<Finding, Exemption> covered = new LinkedHashMap<>();
        List<ExemptionProblem> problems = new ArrayList<>(malformed);
        for (Exemption exemption : all) {
            List<Finding> own = about(exemption, open);
            List<String> reasons = new ArrayList<>();
            untimely(exemption, clock).ifPresent(reasons::add);
            pointless(exemption, own, findings, graph).ifPresent(reasons::add);
            exemption.evidence().forEach(name -> unproved(name, evidence).ifPresent(reasons::add));
            if (reasons.isEmpty()) {
                own.forEach(finding -> covered.put(finding, exemption));
            }
            reasons.forEach(reason -> problems.add(new ExemptionProblem(exemption.id(), reason)));
        }
        return new Applied(covered, problems);
    }

    /** Those that can be excepted: few. */
    private static List<Finding> open(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict().kind() == Verdict.Kind.FAIL
                        || finding.verdict().kind() == Verdict.Kind.UNKNOWN)
                .toList();
    }

    private static List<Finding> about(Exemption exemption, List<Finding> open) {
        return open.stream().filter(exemption::isAbout).toList();
    }

    private static Optional<String> untimely(Exemption exemption, Clock clock) {
        if (exemption.daysLeft(clock) < 0) {
            return Optional.of(
                    "expired on " + exemption.expires() + ": repair the finding, or renew it with its owner");
        }
        LocalDate latest = LocalDate.now(clock).plusYears(1);
        return exemption.expires().isAfter(latest)
                ? Optional.of("expires on " + exemption.expires() + ", more than a year off: " + latest + " at most")
                : Optional.empty();
    }

    private static Optional<String> pointless(
            Exemption exemption, List<Finding> own, List<Finding> findings, Graph graph) {
        if (exemption.isInCode() || !own.isEmpty()) {
            return Optional.empty();
        }
        if (findings.stream().noneMatch(finding -> finding.policy().id().equals(exemption.policy()))) {
            return Optional.of("no policy has the id \"" + exemption.policy() + "\"");
        }
        if (graph.resources().stream().noneMatch(resource -> exemption.isAbout(resource.urn()))) {
            return Optional.of("no resource is \"" + exemption.resource() + "\": was it renamed or removed?");
        }
        return Optional.of("covers no finding: " + exemption.policy() + " holds on " + exemption.resource()
                + ", so delete the exemption");
    }

    /** Evidence that only the finished stack can give is no problem before: the verdict on it is reported anyway. */
    private static Optional<String> unproved(String name, Evidence evidence) {
        Optional<Truth> truth = evidence.of(name);
        if (truth.isEmpty()) {
            return Optional.of("its evidence \"" + name + "\" is neither a declared flow nor a policy");
        }
        return truth.get() == Truth.FALSE
                ? Optional.of("its evidence \"" + name + "\" no longer holds")
                : Optional.empty();
    }
}
