package dev.palisade.policy.gate;

import dev.palisade.policy.exemption.Exemption;
import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a graph: policies, enforcement levels and exemptions, on the day that the clock tells. */
public final class Gate {
    private final Evaluator evaluator;
    private final Enforcement enforcement;
    private final Exemptions exemptions;
    private final Clock clock;

    public Gate(List<? extends Policy> policies, Enforcement enforcement, Exemptions exemptions, Clock clock) {
        this.evaluator = new Evaluator(policies);
        this.enforcement = enforcement;
        this.exemptions = exemptions;
        this.clock = clock;
    }

    /** What the policies say of the whole stack. */
    public Assessment assess(Graph graph) {
        List<Finding> findings = evaluator.judge(graph);
        Exemptions.Applied applied = exemptions.apply(findings, graph, clock);
        return new Assessment(graph, outcomes(findings, applied.covered()), applied.problems());
    }

    /**
     * What the policies say of one resource before it exists. An exemption counts here without its evidence: whether
     * that holds shows only once the whole stack is known.
     */
    public List<Outcome> assess(Resource resource) {
        List<Finding> findings = evaluator.judge(resource);
        return outcomes(findings, exemptions.covering(findings, clock));
    }

    private List<Outcome> outcomes(List<Finding> findings, Map<Finding, Exemption> covered) {
        return findings.stream()
                .map(finding -> new Outcome(
                        finding, enforcement.of(finding.policy()), Optional.ofNullable(covered.get(finding))))
                .toList();
    }
}
