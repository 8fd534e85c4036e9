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

class MetricFilterFeedsAnAlarmTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new MetricFilterFeedsAnAlarm();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a count with an alarm", stack(GROUP, ALARM, filter())),
                fails("no alarm", stack(GROUP, filter()), "no alarm watches"),
                fails("a group from elsewhere", stack(ALARM, filter()), "not of this stack"),
                fails(
                        "a value of zero",
                        stack(GROUP, ALARM, filter().set("metricTransformation.value", "0")),
                        "counts nothing"),
                fails(
                        "a value that is no number",
                        stack(GROUP, ALARM, filter().set("metricTransformation.value", "*")),
                        "counts nothing"),
                passes(
                        "nothing counted as 0",
                        stack(GROUP, ALARM, filter().set("metricTransformation.defaultValue", "0"))),
                fails(
                        "nothing counted as something",
                        stack(GROUP, ALARM, filter().set("metricTransformation.defaultValue", "5")),
                        "defaultValue"),
                fails(
                        "an alarm that is off",
                        stack(
                                GROUP,
                                resource(Alarms.ALARM, "off")
                                        .set("namespace", "Palisade")
                                        .set("metricName", "denied")
                                        .set("actionsEnabled", false),
                                filter()),
                        "no alarm watches"),
                fails(
                        "a group of the cheap class",
                        stack(
                                resource("aws:cloudwatch/logGroup:LogGroup", "audit")
                                        .set("logGroupClass", "INFREQUENT_ACCESS"),
                                ALARM,
                                filter()),
                        "knows no filters"),
                unknown("a value from outputs", stack(GROUP, ALARM, filter().unknown("metricTransformation.value"))),
                notApplicable("no filter", stack(GROUP, ALARM)));
    }

    private static final ResourceBuilder GROUP = resource("aws:cloudwatch/logGroup:LogGroup", "audit");
    private static final ResourceBuilder ALARM =
            resource(Alarms.ALARM, "denied").set("namespace", "Palisade").set("metricName", "denied");

    private static ResourceBuilder filter() {
        return resource(MetricFilters.FILTER, "denied")
                .refer("logGroupName", GROUP)
                .set("pattern", "{ $.code = 401 }")
                .set("metricTransformation.namespace", "Palisade")
                .set("metricTransformation.name", "denied")
                .set("metricTransformation.value", "1");
    }
}
