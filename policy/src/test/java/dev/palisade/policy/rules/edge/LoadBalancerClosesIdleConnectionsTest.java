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

class LoadBalancerClosesIdleConnectionsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LoadBalancerClosesIdleConnections();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a minute", stack(balancer().set("idleTimeout", 60))),
                passes("the default minute", stack(balancer())),
                fails("over an hour", stack(balancer().set("idleTimeout", 4000)), "300 seconds"),
                fails("connections of a week", stack(balancer().set("clientKeepAlive", 604_800)), "clientKeepAlive"),
                unknown("not known yet", stack(balancer().unknown("idleTimeout"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder balancer() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "service");
    }
}
