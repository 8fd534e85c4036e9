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

class GraveEventsAlarmAtOnceTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new GraveEventsAlarmAtOnce();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the first time", stack(filter("{ $.userIdentity.type = \"Root\" }"), alarm(0))),
                fails("the fiftieth", stack(filter("{ $.userIdentity.type = \"Root\" }"), alarm(50)), "happened again"),
                unknown(
                        "a threshold from outputs",
                        stack(filter("{ $.eventName = \"StopLogging\" }"), alarm(0).unknown("threshold"))),
                notApplicable(
                        "what happens now and then", stack(filter("{ $.responseStatus.code = 401 }"), alarm(10))));
    }

    private static ResourceBuilder filter(String pattern) {
        return resource(MetricFilters.FILTER, "f")
                .set("pattern", pattern)
                .set("metricTransformation.namespace", "Stack")
                .set("metricTransformation.name", "events");
    }

    private static ResourceBuilder alarm(int threshold) {
        return resource(Alarms.ALARM, "a")
                .set("namespace", "Stack")
                .set("metricName", "events")
                .set("threshold", threshold);
    }
}
