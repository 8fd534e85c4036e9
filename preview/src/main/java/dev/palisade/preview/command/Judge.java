package dev.palisade.preview.command;

import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Enforcement;
import dev.palisade.policy.gate.Gate;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.Catalogue;
import java.time.Clock;

/** The one judge of all commands: every policy, all mandatory, with the repository's exemptions. */
final class Judge {
    private final Gate gate;

    Judge(Clock clock) {
        gate = new Gate(Catalogue.policies(), Enforcement.MANDATORY, Exemptions.declared(), clock);
    }

    Assessment assess(Graph graph) {
        return gate.assess(graph);
    }
}
