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

class LoadBalancerIsProtectedFromDeletionTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LoadBalancerIsProtectedFromDeletion();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("protected", stack(balancer().set("enableDeletionProtection", true))),
                fails("not protected", stack(balancer().set("enableDeletionProtection", false)), "not true"),
                fails("by default", stack(balancer()), "not true"),
                unknown("not known yet", stack(balancer().unknown("enableDeletionProtection"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder balancer() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "service");
    }
}
