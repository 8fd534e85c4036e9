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
                fails(
                        "an empty address",
                        stack(budget(Map.of(
                                "threshold",
                                80,
                                "notificationType",
                                "ACTUAL",
                                "comparisonOperator",
                                "GREATER_THAN",
                                "subscriberEmailAddresses",
                                List.of("")))),
                        "without a subscriber"),
                passes(
                        "a mailbox at 80 per cent, and a forecast",
                        stack(budget(one(80, "ACTUAL"), one(100, "FORECASTED")))),
                fails(
                        "one service alone",
                        stack(budget(one(80, "ACTUAL"), one(100, "FORECASTED"))
                                .set("costFilters", List.of(Map.of("name", "Service")))),
                        "costFilters"),
                fails("nobody", stack(bare()), "tells nobody"),
                fails(
                        "no subscriber",
                        stack(budget(Map.of(
                                "threshold", 80, "notificationType", "ACTUAL", "comparisonOperator", "GREATER_THAN"))),
                        "without a subscriber"),
                fails("too late", stack(budget(one(500, "ACTUAL"), one(100, "FORECASTED"))), "not 1 to 100"),
                fails("always", stack(budget(one(0, "ACTUAL"), one(100, "FORECASTED"))), "not 1 to 100"),
                fails("no forecast", stack(budget(one(80, "ACTUAL"))), "notificationType"),
                fails(
                        "no limit",
                        stack(budget(one(80, "ACTUAL"), one(100, "FORECASTED")).set("limitAmount", "0")),
                        "limitAmount"),
                fails(
                        "in a year",
                        stack(budget(one(80, "ACTUAL"), one(100, "FORECASTED")).set("timeUnit", "ANNUALLY")),
                        "timeUnit"),
                unknown("from outputs", stack(bare().unknown("notifications"))),
                notApplicable("no budget", stack()));
    }

    private static Map<String, Object> one(int threshold, String kind) {
        return Map.of(
                "threshold",
                threshold,
                "notificationType",
                kind,
                "comparisonOperator",
                "GREATER_THAN",
                "subscriberEmailAddresses",
                List.of("ops@example.org"));
    }

    private static ResourceBuilder bare() {
        return resource("aws:budgets/budget:Budget", "b")
                .set("limitAmount", "100")
                .set("timeUnit", "MONTHLY");
    }

    private static ResourceBuilder budget(Map<String, Object> notification) {
        return bare().set("notifications", List.of(notification));
    }

    private static ResourceBuilder budget(Map<String, Object> first, Map<String, Object> second) {
        return bare().set("notifications", List.of(first, second));
    }
}
