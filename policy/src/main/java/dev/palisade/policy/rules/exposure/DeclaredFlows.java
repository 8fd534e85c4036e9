package dev.palisade.policy.rules.exposure;

import dev.palisade.policy.flow.DeclaredFlow;
import dev.palisade.policy.flow.FlowResult;
import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;

/** What the declared flows of one kind say of a graph. */
final class DeclaredFlows {
    /** Without a VPC there is no network to speak of. */
    private static final String VPC = "aws:ec2/vpc:Vpc";

    private DeclaredFlows() {}

    static boolean hasNetwork(Graph graph) {
        return !graph.ofType(VPC).isEmpty();
    }

    static Verdict judge(Graph graph, DeclaredFlow.Kind kind) {
        if (!hasNetwork(graph)) {
            return Verdict.NOT_APPLICABLE;
        }
        Verdict verdict = Verdict.PASS;
        for (FlowResult result : FlowTable.of(graph).declared()) {
            if (result.flow().kind() == kind) {
                verdict = verdict.and(Verdict.require(result.holds(), result.explanation()));
            }
        }
        return verdict;
    }
}
