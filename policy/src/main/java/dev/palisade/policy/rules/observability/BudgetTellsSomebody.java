package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "A budget tells somebody before it is spent",
        severity = Severity.LOW,
        rows = {Row.X10},
        controls = {"NIST 800-53 SI-4", "SOC 2 CC7.2"},
        why = "The first sign of stolen credentials is often the bill.",
        remedy = "Notify a mailbox or a topic at or below 100 per cent.",
        snippet = "BudgetNotificationArgs.builder().threshold(80.0).subscriberEmailAddresses(email)")
public final class BudgetTellsSomebody implements ResourcePolicy {

    private static final String BUDGET = "aws:budgets/budget:Budget";
    private static final Property NOTIFICATIONS = Property.of(BUDGET, "notifications");
    private static final Property THRESHOLD = Property.of(BUDGET, "notifications[].threshold");
    private static final Property KIND = Property.of(BUDGET, "notifications[].notificationType");
    private static final Property OPERATOR = Property.of(BUDGET, "notifications[].comparisonOperator");
    private static final Property FILTERS = Property.of(BUDGET, "costFilters");
    private static final Property LIMIT = Property.of(BUDGET, "limitAmount");
    private static final Property UNIT = Property.of(BUDGET, "timeUnit");
    private static final Property MAILBOXES = Property.of(BUDGET, "notifications[].subscriberEmailAddresses");
    private static final Property TOPICS = Property.of(BUDGET, "notifications[].subscriberSnsTopicArns");

    @Override
    public Set<String> types() {
        return Set.of(BUDGET);
    }

    @Override
    public Verdict check(Resource budget) {
        Value notifications = budget.get(NOTIFICATIONS);
        return Verdict.require(
                        notifications.isPresent().and(notifications.any(Value::isPresent)),
                        "tells nobody: no notifications")
                .and(Verdict.require(
                        notifications.all(one -> one.get(MAILBOXES)
                                .any(mailbox -> mailbox.matches(address -> address.contains("@")))
                                .or(one.get(TOPICS).any(Value::isPresent))),
                        "has a notification without a subscriber"))
                .and(Verdict.require(
                        notifications.all(one -> one.get(THRESHOLD)
                                .atMost(100)
                                .and(one.get(THRESHOLD).atLeast(1))),
                        "tells when the money is gone, or always: a threshold is not 1 to 100"))
                .and(Verdict.require(
                        notifications
                                .any(one -> one.get(KIND).is("FORECASTED"))
                                .and(notifications.any(one -> one.get(KIND).is("ACTUAL"))),
                        "does not tell both what is spent and what will be: notificationType"))
                .and(Verdict.require(
                        notifications.all(one -> one.get(OPERATOR).is("GREATER_THAN")),
                        "tells while all is well: comparisonOperator is not GREATER_THAN"))
                .and(Verdict.require(
                        budget.get(FILTERS).hasItems().not(), "counts a part of what is spent: costFilters"))
                .and(Verdict.require(budget.get(LIMIT).atLeast(1), "has no limit: limitAmount"))
                .and(Verdict.require(
                        budget.get(UNIT).isOneOf("DAILY", "MONTHLY"), "counts for too long: timeUnit is not MONTHLY"));
    }
}
