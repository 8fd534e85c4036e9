package dev.palisade.policy.rules.network;

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

class NothingElseLetsAnybodyInTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NothingElseLetsAnybodyIn();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a service that asks first", stack(service().set("acceptanceRequired", true))),
                fails("a classic load balancer", stack(resource("aws:elb/loadBalancer:LoadBalancer", "x")), "way in"),
                fails("a function's URL", stack(resource("aws:lambda/functionUrl:FunctionUrl", "x")), "way in"),
                fails("a VPN", stack(resource("aws:ec2/vpnGateway:VpnGateway", "x")), "way in"),
                fails("a service for anybody", stack(service().set("acceptanceRequired", false)), "acceptanceRequired"),
                fails(
                        "a service that everybody may ask",
                        stack(service().set("acceptanceRequired", true).set("allowedPrincipals", List.of("*"))),
                        "allowedPrincipals"),
                unknown("a setting from outputs", stack(service().unknown("acceptanceRequired"))),
                notApplicable("a load balancer", stack(resource("aws:lb/loadBalancer:LoadBalancer", "x"))));
    }

    private static ResourceBuilder service() {
        return resource("aws:ec2/vpcEndpointService:VpcEndpointService", "s");
    }
}
