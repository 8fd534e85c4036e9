package dev.palisade.policy.gate;

import dev.palisade.policy.exemption.ExemptionProblem;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.graph.Graph;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the gate says of a graph.
 *
 * @param outcomes every verdict, worst severity first
 * @param problems what is wrong with the exemptions themselves; each stops the gate
 */
public record Assessment(Graph graph, List<Outcome> outcomes, List<ExemptionProblem> problems) {
    public Assessment {
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
    }

    public List<Outcome> violations() {
        return only(Outcome::isViolation);
    }

    public List<Outcome> unknowns() {
        return only(Outcome::isUnknown);
    }

    public List<Outcome> exempted() {
        return only(outcome -> outcome.exemption().isPresent());
    }

    /** Whether a change may pass: no mandatory violation, and no exemption that does not hold. */
    public boolean isCompliant() {
        return problems.isEmpty() && outcomes.stream().noneMatch(Outcome::blocks);
    }

    /** Every row of the checklist with the worst that a policy behind it says. */
    public Map<Row, Standing> rows() {
        Map<Row, Standing> rows = new EnumMap<>(Row.class);
        for (Row row : Row.values()) {
            rows.put(row, Standing.NOT_APPLICABLE);
        }
        for (Outcome outcome : outcomes) {
            for (Row row : outcome.finding().policy().info().rows()) {
                rows.merge(row, Standing.of(outcome), Standing::worse);
            }
        }
        return rows;
    }

    /** Every policy with the worst that it says of any resource. */
    public Map<Policy, Standing> policies() {
        Map<Policy, Standing> policies = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            policies.merge(outcome.finding().policy(), Standing.of(outcome), Standing::worse);
        }
        return policies;
    }

    private List<Outcome> only(Predicate<Outcome> wanted) {
        return outcomes.stream().filter(wanted).toList();
    }
}
