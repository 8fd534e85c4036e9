package dev.palisade.policy.exemption;

import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Optional;

/** What a graph proves of the names that an exemption rests on. */
record Evidence(List<Finding> findings, Graph graph) {

    /** Whether the flow or policy of this name holds; empty where there is neither. */
    Optional<Truth> of(String name) {
        Optional<Truth> policy = policy(name);
        return policy.isPresent() ? policy : FlowTable.of(graph).holds(name);
    }

    /** A policy is evidence where it passes somewhere and fails nowhere. */
    private Optional<Truth> policy(String id) {
        return findings.stream()
                .filter(finding -> finding.policy().id().equals(id))
                .map(Finding::verdict)
                .reduce(Verdict::and)
                .map(Evidence::truth);
    }

    private static Truth truth(Verdict worst) {
        return switch (worst.kind()) {
            case PASS -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
            case FAIL, NOT_APPLICABLE -> Truth.FALSE;
        };
    }
}
