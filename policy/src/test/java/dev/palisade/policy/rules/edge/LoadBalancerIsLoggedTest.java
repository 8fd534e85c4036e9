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

class LoadBalancerIsLoggedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LoadBalancerIsLogged();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both", stack(bucket(), balancer())),
                fails(
                        "neither",
                        stack(bucket(), resource("aws:lb/loadBalancer:LoadBalancer", "service")),
                        "no requests"),
                fails("off", stack(bucket(), balancer().set("accessLogs.enabled", false)), "accessLogs.enabled"),
                fails("connections off", stack(bucket(), balancer().unset("connectionLogs")), "connectionLogs.enabled"),
                fails(
                        "to a stranger's bucket",
                        stack(bucket(), balancer().set("accessLogs.bucket", "stranger")),
                        "no bucket"),
                unknown("not known yet", stack(bucket(), balancer().unknown("accessLogs.enabled"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder bucket() {
        return resource("aws:s3/bucketV2:BucketV2", "logs");
    }

    private static ResourceBuilder balancer() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "service")
                .set("accessLogs.enabled", true)
                .refer("accessLogs.bucket", bucket())
                .set("connectionLogs.enabled", true)
                .refer("connectionLogs.bucket", bucket());
    }
}
