package dev.palisade.preview.command;

import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Enforcement;
import dev.palisade.policy.gate.Gate;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.Catalogue;
import java.time.Clock;
import java.util.List;

/** The one judge of all commands: every policy, all mandatory, with the repository's exemptions. */
final class Judge {
    private final Gate gate;

    Judge(Clock clock) {
        gate = new Gate(Catalogue.policies(), Enforcement.MANDATORY, Exemptions.declared(), clock);
    }

    /** One that has loaded everything that it needs, so that the first judgement is not the slow one. */
    static Judge ready(Clock clock) {
        var judge = new Judge(clock);
        judge.assess(new Graph(List.of()));
        return judge;
    }

    Assessment assess(Graph graph) {
        return gate.assess(graph);
    }
}
