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

class AlarmsCoverWhatRunsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AlarmsCoverWhatRuns();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the firewall is watched", stack(ACL, alarm("BlockedRequests"))),
                fails("no alarm", stack(ACL), "AWS/WAFV2 BlockedRequests"),
                fails("an alarm on something else", stack(ACL, alarm("AllowedRequests")), "BlockedRequests"),
                fails(
                        "an alarm that is off",
                        stack(ACL, alarm("BlockedRequests").set("actionsEnabled", false)),
                        "BlockedRequests"),
                fails(
                        "a load balancer without alarms",
                        stack(resource("aws:lb/loadBalancer:LoadBalancer", "edge")),
                        "UnHealthyHostCount"),
                fails(
                        "a cluster without alarms",
                        stack(resource("aws:eks/cluster:Cluster", "main")),
                        "node_memory_utilization"),
                unknown("a metric from outputs", stack(ACL, alarm("x").unknown("metricName"))),
                notApplicable("nothing runs", stack()));
    }

    private static final ResourceBuilder ACL = resource("aws:wafv2/webAcl:WebAcl", "edge");

    private static ResourceBuilder alarm(String metric) {
        return resource(Alarms.ALARM, "a").set("namespace", "AWS/WAFV2").set("metricName", metric);
    }
}
