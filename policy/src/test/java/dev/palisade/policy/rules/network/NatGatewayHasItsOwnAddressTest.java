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

class NatGatewayHasItsOwnAddressTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NatGatewayHasItsOwnAddress();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder address = resource("aws:ec2/eip:Eip", "a");
        return List.of(
                passes("one each", stack(address, nat("n").refer("allocationId", address))),
                passes(
                        "an address of an instance",
                        stack(resource("aws:ec2/eip:Eip", "b").set("instance", "i-1"))),
                fails("an idle address", stack(address), "nothing uses"),
                fails(
                        "a shared one",
                        stack(
                                address,
                                nat("n").refer("allocationId", address),
                                nat("m").refer("allocationId", address)),
                        "more than one"),
                fails("none", stack(nat("n")), "has no address"),
                unknown("an address from outputs", stack(nat("n").unknown("allocationId"))),
                notApplicable("a private gateway", stack(nat("n").set("connectivityType", "private"))));
    }

    private static ResourceBuilder nat(String name) {
        return resource("aws:ec2/natGateway:NatGateway", name);
    }
}
