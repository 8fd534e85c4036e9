package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;

@PolicyInfo(
        title = "A stack with a cluster has a budget",
        severity = Severity.LOW,
        rows = {Row.X10},
        controls = {"NIST 800-53 SI-4", "SOC 2 CC7.2", "PCI DSS 10.4.1"},
        why = "Somebody else's miner on one's nodes shows on the bill first.",
        remedy = "Make a budget that tells at 80 per cent, and what is forecast.",
        snippet = "new Budget(\"monthly\", BudgetArgs.builder().limitAmount(\"500\"))")
public final class SpendingIsWatched implements StackPolicy {
    private static final Property KIND = Property.of("aws:budgets/budget:Budget", "budgetType");

    @Override
    public Verdict check(Graph graph) {
        if (graph.ofType("aws:eks/cluster:Cluster").isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                graph.ofType(KIND.type()).stream()
                        .map(budget -> budget.get(KIND).is("COST"))
                        .reduce(Truth.FALSE, Truth::or),
                "has a cluster and no budget of its cost");
    }
}
