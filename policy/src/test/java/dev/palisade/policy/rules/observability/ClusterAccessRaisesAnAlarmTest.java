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

class ClusterAccessRaisesAnAlarmTest implements PolicyCases {
    private static final ResourceBuilder CLUSTER =
            resource("aws:eks/cluster:Cluster", "main").set("name", "main");
    private static final ResourceBuilder EXEC =
            filter("exec", "($.objectRef.resource = \"pods\") && ($.objectRef.subresource = \"exec\")");
    private static final ResourceBuilder SECRETS =
            filter("secrets", "($.objectRef.resource = \"secrets\") && ($.user.username != \"system:*\")");
    private static final ResourceBuilder ALARM =
            resource(Alarms.ALARM, "a").set("namespace", "Palisade").set("metricName", "m");

    @Override
    public Policy policy() {
        return new ClusterAccessRaisesAnAlarm();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both are counted", stack(CLUSTER, EXEC, SECRETS, ALARM)),
                passes(
                        "one verb after the other",
                        stack(
                                CLUSTER,
                                EXEC,
                                filter("get", "$.objectRef.resource = secrets && $.verb = get"),
                                filter("list", "$.objectRef.resource = secrets && $.verb = list"),
                                ALARM)),
                fails("no shell is counted", stack(CLUSTER, SECRETS, ALARM), "commands in pods"),
                fails("no secret is counted", stack(CLUSTER, EXEC, ALARM), "secrets that persons read"),
                fails("counted without an alarm", stack(CLUSTER, EXEC, SECRETS), "commands in pods"),
                fails(
                        "whoever calls himself an admin is not",
                        stack(
                                CLUSTER,
                                filter("exec", "$.objectRef.subresource = \"exec\" && $.user.username != \"*admin*\""),
                                SECRETS,
                                ALARM),
                        "commands in pods"),
                fails(
                        "a verb that is none",
                        stack(
                                CLUSTER,
                                EXEC,
                                filter("secrets", "$.objectRef.resource = \"secrets\" && $.verb = \"read\""),
                                ALARM),
                        "secrets that persons read"),
                unknown(
                        "a pattern from outputs",
                        stack(CLUSTER, EXEC, filter("s", "x").unknown("pattern"), ALARM)),
                notApplicable("no cluster", stack(EXEC)));
    }

    private static ResourceBuilder filter(String name, String condition) {
        return resource(MetricFilters.FILTER, name)
                .set("logGroupName", "/aws/eks/main/cluster")
                .set("pattern", "{ " + condition + " }")
                .set("metricTransformation.namespace", "Palisade")
                .set("metricTransformation.name", "m");
    }
}
