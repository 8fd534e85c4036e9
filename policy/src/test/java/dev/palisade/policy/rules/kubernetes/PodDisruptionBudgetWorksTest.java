package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class PodDisruptionBudgetWorksTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodDisruptionBudgetWorks();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("one may go", with(budget())),
                passes(
                        "half must stay",
                        with(budget().without("spec.maxUnavailable").with("spec.minAvailable", "50%"))),
                fails("none may go", with(budget().with("spec.maxUnavailable", 0)), "maxUnavailable"),
                fails("all may go", with(budget().with("spec.maxUnavailable", "100%")), "maxUnavailable"),
                fails(
                        "all must stay",
                        with(budget().without("spec.maxUnavailable").with("spec.minAvailable", "100%")),
                        "minAvailable"),
                fails(
                        "none must stay",
                        with(budget().without("spec.maxUnavailable").with("spec.minAvailable", 0)),
                        "minAvailable"),
                fails("no bound", with(budget().without("spec.maxUnavailable")), "neither"),
                fails("other pods", with(budget().yaml("spec.selector", "{matchLabels: {app: x}}")), "covers no pod"),
                fails("no selector", with(budget().without("spec.selector")), "covers no pod"),
                fails(
                        "as many must stay as there are",
                        with(budget().without("spec.maxUnavailable").with("spec.minAvailable", "99%")),
                        "lets no pod"),
                fails("both bounds", with(budget().with("spec.minAvailable", 1)), "both"),
                fails(
                        "two budgets for the same pods",
                        stack(
                                deployment().resource(),
                                budget().resource(),
                                Manifest.of(ClusterObjects.BUDGET, "again", """
                                        metadata: {name: again, namespace: palisade}
                                        spec: {maxUnavailable: 1, selector: {matchLabels: {app.kubernetes.io/name: service}}}
                                        """).resource()),
                        "another budget"),
                unknown("not known yet", with(budget().unknown("spec.maxUnavailable"))),
                notApplicable("no budget", deployment().alone()));
    }

    private static StackBuilder with(Manifest budget) {
        return stack(deployment().resource(), budget.resource());
    }

    private static Manifest budget() {
        return Manifest.of(ClusterObjects.BUDGET, "service", """
                metadata: {name: service, namespace: palisade}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app.kubernetes.io/name: service}}}
                """);
    }
}
