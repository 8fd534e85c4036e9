package dev.palisade.platform.observability;

import com.pulumi.aws.budgets.Budget;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;

/** A budget that tells before the month is over. */
final class Spending extends Room {

    Spending(StackSettings settings, ComponentResourceOptions options) {
        super("observability:Spending", "spending", options);
        var operations = settings.operations();
        new Budget(
                "monthly",
                BudgetArgs.builder()
                        .name(settings.name() + "-monthly")
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .limitUnit("USD")
                        .limitAmount(String.valueOf(operations.monthlyBudget()))
                        .notifications(
                                notification("ACTUAL", 80, operations.alertEmail()),
                                notification("FORECASTED", 100, operations.alertEmail()))
                        .build(),
                inside());
        finished();
    }

    private static BudgetNotificationArgs notification(String kind, double percent, String email) {
        return BudgetNotificationArgs.builder()
                .notificationType(kind)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .thresholdType("PERCENTAGE")
                .subscriberEmailAddresses(email)
                .build();
    }
}
