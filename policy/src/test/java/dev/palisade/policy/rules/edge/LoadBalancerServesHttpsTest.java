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

class LoadBalancerServesHttpsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LoadBalancerServesHttps();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("HTTP and HTTPS", stack(balancer(), listener("HTTP", 80), listener("HTTPS", 443))),
                fails("HTTP alone", stack(balancer(), listener("HTTP", 80)), "no HTTPS listener"),
                fails("no listener", stack(balancer()), "no HTTPS listener"),
                fails("HTTPS elsewhere", stack(balancer(), listener("HTTPS", 8443)), "port 8443"),
                fails(
                        "another port too",
                        stack(balancer(), listener("HTTPS", 443), listener("HTTP", 8080)),
                        "port 8080"),
                fails("plain TCP", stack(balancer(), listener("HTTPS", 443), listener("TCP", 80)), "protocol TCP"),
                unknown(
                        "a port not known yet",
                        stack(balancer(), listener("HTTPS", 443).unknown("port"))),
                notApplicable("a gateway load balancer", stack(balancer().set("loadBalancerType", "gateway"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder balancer() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "service");
    }

    private static ResourceBuilder listener(String protocol, int port) {
        return resource("aws:lb/listener:Listener", protocol + port)
                .refer("loadBalancerArn", balancer())
                .set("protocol", protocol)
                .set("port", port);
    }
}
