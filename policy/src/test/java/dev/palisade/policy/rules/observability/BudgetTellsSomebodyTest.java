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
import java.util.Map;

class BudgetTellsSomebodyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BudgetTellsSomebody();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a mailbox at 80 per cent",
                        stack(budget(Map.of("threshold", 80, "subscriberEmailAddresses", List.of("ops@example.org"))))),
                fails("nobody", stack(resource("aws:budgets/budget:Budget", "b")), "tells nobody"),
                fails("no subscriber", stack(budget(Map.of("threshold", 80))), "without a subscriber"),
                fails(
                        "too late",
                        stack(budget(Map.of("threshold", 500, "subscriberEmailAddresses", List.of("ops@example.org")))),
                        "over 100"),
                unknown(
                        "from outputs",
                        stack(resource("aws:budgets/budget:Budget", "b").unknown("notifications"))),
                notApplicable("no budget", stack()));
    }

    private static ResourceBuilder budget(Map<String, Object> notification) {
        return resource("aws:budgets/budget:Budget", "b").set("notifications", List.of(notification));
    }
}
