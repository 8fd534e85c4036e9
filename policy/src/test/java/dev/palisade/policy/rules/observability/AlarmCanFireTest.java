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

class AlarmCanFireTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AlarmCanFire();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("errors of the load balancer", stack(alarm("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count"))),
                fails(
                        "the wrong way round",
                        stack(alarm("AWS/ApplicationELB", "RequestCount")
                                .set("comparisonOperator", "LessThanThreshold")),
                        "all is well"),
                fails(
                        "more than all there is",
                        stack(alarm("ContainerInsights", "node_cpu_utilization").set("threshold", 100)),
                        "never, or always, reached"),
                fails(
                        "more restarts than anybody waits for",
                        stack(alarm("ContainerInsights", "pod_number_of_container_restarts")
                                .set("threshold", 300)),
                        "never, or always, reached"),
                fails(
                        "a day later",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").set("period", 86400)),
                        "too late"),
                fails(
                        "a hundred periods",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").set("evaluationPeriods", 100)),
                        "too late"),
                fails(
                        "no threshold",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").unset("threshold")),
                        "never, or always, reached"),
                fails(
                        "whenever there is a request",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").set("threshold", 0)),
                        "never, or always, reached"),
                fails(
                        "no statistic",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").unset("statistic")),
                        "no statistic"),
                fails(
                        "the average of ones",
                        stack(alarm("Palisade/dev", "denied").set("statistic", "Average")),
                        "no count"),
                passes(
                        "the average of shares",
                        stack(alarm("ContainerInsights", "node_cpu_utilization")
                                .set("threshold", 80)
                                .set("statistic", "Average"))),
                fails(
                        "a statistic of nothing",
                        stack(alarm("Palisade/dev", "denied").set("statistic", "*")),
                        "statistic"),
                fails(
                        "more bad periods than there are",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").set("datapointsToAlarm", 2)),
                        "datapointsToAlarm"),
                fails(
                        "no period",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").set("evaluationPeriods", 0)),
                        "too late or never"),
                fails(
                        "missing data is ignored",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").set("treatMissingData", "ignore")),
                        "treatMissingData"),
                unknown(
                        "a threshold from outputs",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").unknown("threshold"))),
                notApplicable("no alarm", stack()));
    }

    private static ResourceBuilder alarm(String namespace, String metric) {
        return resource(Alarms.ALARM, "a")
                .set("namespace", namespace)
                .set("metricName", metric)
                .set("comparisonOperator", "GreaterThanThreshold")
                .set("threshold", 100)
                .set("period", 300)
                .set("evaluationPeriods", 1)
                .set("statistic", "Sum")
                .set(
                        "dimensions",
                        Map.of(
                                "LoadBalancer",
                                "app/x",
                                "ClusterName",
                                "c",
                                "WebACL",
                                "w",
                                "Region",
                                "r",
                                "Rule",
                                "ALL"));
    }
}
