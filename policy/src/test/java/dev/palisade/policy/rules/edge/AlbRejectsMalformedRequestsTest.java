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

class AlbRejectsMalformedRequestsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AlbRejectsMalformedRequests();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all three", stack(balancer().set("xffHeaderProcessingMode", "append"))),
                passes("the default for the address", stack(balancer())),
                fails(
                        "headers kept",
                        stack(balancer().set("dropInvalidHeaderFields", false)),
                        "dropInvalidHeaderFields"),
                fails("headers kept by default", stack(balancer().unset("dropInvalidHeaderFields")), "dropInvalid"),
                fails("monitoring only", stack(balancer().set("desyncMitigationMode", "monitor")), "strictest"),
                fails("desync by default", stack(balancer().unset("desyncMitigationMode")), "strictest"),
                fails("forged addresses", stack(balancer().set("xffHeaderProcessingMode", "preserve")), "append"),
                fails(
                        "a client for each port",
                        stack(balancer().set("enableXffClientPort", true)),
                        "enableXffClientPort"),
                unknown("not known yet", stack(balancer().unknown("desyncMitigationMode"))),
                notApplicable("a network load balancer", stack(balancer().set("loadBalancerType", "network"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder balancer() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "service")
                .set("dropInvalidHeaderFields", true)
                .set("desyncMitigationMode", "strictest");
    }
}
