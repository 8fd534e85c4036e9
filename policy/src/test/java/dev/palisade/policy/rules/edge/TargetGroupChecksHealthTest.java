package dev.palisade.policy.rules.edge;

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

class TargetGroupChecksHealthTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new TargetGroupChecksHealth();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "another port",
                        stack(resource("aws:lb/targetGroup:TargetGroup", "t")
                                .set("healthCheck.path", "/health")
                                .set("port", 5000)
                                .set("healthCheck.port", "22")),
                        "healthCheck.port"),
                passes("the health path", stack(group())),
                fails("no check", stack(resource("aws:lb/targetGroup:TargetGroup", "service")), "no health check"),
                fails("switched off", stack(group().set("healthCheck.enabled", false)), "enabled is false"),
                fails("any answer", stack(group().set("healthCheck.matcher", "200-499")), "200-499"),
                fails("no path", stack(group().unset("healthCheck.path")), "no health path"),
                fails("the connection alone", stack(group().set("healthCheck.protocol", "TCP")), "connection"),
                unknown("not known yet", stack(group().unknown("healthCheck"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:lb/targetGroup:TargetGroup", "service")
                .set("healthCheck.path", "/health")
                .set("healthCheck.matcher", "200");
    }
}
