package dev.palisade.policy.rules.observability;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class SpendingIsWatchedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SpendingIsWatched();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a budget", stack(CLUSTER, budget().set("budgetType", "COST"))),
                fails("none", stack(CLUSTER), "no budget"),
                fails("one of hours", stack(CLUSTER, budget().set("budgetType", "USAGE")), "no budget"),
                unknown("a kind from outputs", stack(CLUSTER, budget().unknown("budgetType"))),
                notApplicable("no cluster", stack()));
    }

    private static final ResourceBuilder CLUSTER = resource("aws:eks/cluster:Cluster", "c");

    private static ResourceBuilder budget() {
        return resource("aws:budgets/budget:Budget", "b");
    }
}
