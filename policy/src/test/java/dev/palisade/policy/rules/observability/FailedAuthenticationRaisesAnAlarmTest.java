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

class FailedAuthenticationRaisesAnAlarmTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new FailedAuthenticationRaisesAnAlarm();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both are counted", stack(CLUSTER, filter("401"), filter("403"), alarm("401"), alarm("403"))),
                fails("one is not", stack(CLUSTER, filter("401"), alarm("401")), "403"),
                fails(
                        "one caller's only",
                        stack(
                                CLUSTER,
                                filter("401")
                                        .set(
                                                "pattern",
                                                "{ ($.responseStatus.code = 401) && ($.user.username = \"nobody\") }"),
                                filter("403"),
                                alarm("401"),
                                alarm("403")),
                        "401"),
                fails("counted without an alarm", stack(CLUSTER, filter("401"), filter("403"), alarm("401")), "403"),
                fails(
                        "counted in another log",
                        stack(
                                CLUSTER,
                                filter("401").set("logGroupName", "/app"),
                                filter("403"),
                                alarm("401"),
                                alarm("403")),
                        "401"),
                unknown(
                        "a pattern from outputs",
                        stack(CLUSTER, filter("401").unknown("pattern"), filter("403"), alarm("401"), alarm("403"))),
                notApplicable("no cluster", stack(filter("401"))));
    }

    private static final ResourceBuilder CLUSTER =
            resource("aws:eks/cluster:Cluster", "main").set("name", "main");

    private static ResourceBuilder filter(String code) {
        return resource(MetricFilters.FILTER, "f" + code)
                .set("logGroupName", "/aws/eks/main/cluster")
                .set("pattern", "{ $.responseStatus.code = " + code + " }")
                .set("metricTransformation.namespace", "Palisade")
                .set("metricTransformation.name", "denied-" + code);
    }

    private static ResourceBuilder alarm(String code) {
        return resource(Alarms.ALARM, "a" + code).set("namespace", "Palisade").set("metricName", "denied-" + code);
    }
}
