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

class AlarmWatchesWhatExistsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AlarmWatchesWhatExists();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "an empty dimension",
                        stack(alarm("AWS/ApplicationELB", "RequestCount")
                                .set("dimensions", Map.of("LoadBalancer", ""))),
                        "of nothing"),
                fails(
                        "a dimension with a blank",
                        stack(alarm("AWS/ApplicationELB", "RequestCount")
                                .set("dimensions", Map.of("LoadBalancer", "app/x "))),
                        "of nothing"),
                fails(
                        "a pattern for a dimension",
                        stack(alarm("AWS/ApplicationELB", "RequestCount")
                                .set("dimensions", Map.of("LoadBalancer", "app/*"))),
                        "of nothing"),
                passes("a metric of a filter", stack(FILTER, alarm("Palisade/dev", "denied"))),
                fails(
                        "a metric that nobody sends",
                        stack(FILTER, alarm("Palisade/dev", "allowed")),
                        "no filter of this stack"),
                fails(
                        "no dimensions",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").set("dimensions", Map.of())),
                        "without the dimensions"),
                fails(
                        "another dimension",
                        stack(alarm("AWS/WAFV2", "BlockedRequests").set("dimensions", Map.of("Rule", "ALL"))),
                        "WebACL"),
                fails(
                        "one rule of the firewall",
                        stack(alarm("AWS/WAFV2", "BlockedRequests")
                                .set("dimensions", Map.of("WebACL", "w", "Region", "r", "Rule", "rate"))),
                        "one rule"),
                passes("errors of the load balancer", stack(alarm("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count"))),
                unknown(
                        "dimensions from outputs",
                        stack(alarm("AWS/ApplicationELB", "RequestCount").unknown("dimensions"))),
                notApplicable("no alarm", stack(FILTER)));
    }

    private static final ResourceBuilder FILTER = resource(MetricFilters.FILTER, "denied")
            .set("metricTransformation.namespace", "Palisade/dev")
            .set("metricTransformation.name", "denied");

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
