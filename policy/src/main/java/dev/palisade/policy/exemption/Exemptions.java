package dev.palisade.policy.exemption;

import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All exemptions of a repository, applied to the findings on one graph. */
public record Exemptions(List<Exemption> all) {
    public static final Exemptions NONE = new Exemptions(List.of());

    public Exemptions {
        all = List.copyOf(all);
    }

    /** Which findings are covered, by which exemption, and which exemptions do not hold. */
    public record Applied(Map<Finding, Exemption> covered, List<ExemptionProblem> problems) {
        public Applied {
            covered = Map.copyOf(covered);
            problems = List.copyOf(problems);
        }
    }

    /** Applies them on the day that the clock tells. */
    public Applied apply(List<Finding> findings, Graph graph, Clock clock) {
        Map<Finding, Exemption> covered = new LinkedHashMap<>();
        List<ExemptionProblem> problems = new ArrayList<>();
        for (Exemption exemption : all) {
            if (LocalDate.now(clock).isAfter(exemption.expires())) {
                problems.add(new ExemptionProblem(exemption.id(), "expired on " + exemption.expires()));
                continue;
            }
            List<Finding> own = findings.stream()
                    .filter(finding -> finding.verdict().kind() == Verdict.Kind.FAIL)
                    .filter(finding -> finding.policy().id().equals(exemption.policy())
                            && finding.urn().endsWith(exemption.resource()))
                    .toList();
            own.forEach(finding -> covered.put(finding, exemption));
            if (own.isEmpty()) {
                problems.add(new ExemptionProblem(exemption.id(), "covers no finding: delete it"));
            }
        }
        return new Applied(covered, problems);
    }
}
