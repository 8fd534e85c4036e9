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

class SubnetAssignsNoPublicAddressTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SubnetAssignsNoPublicAddress();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("off", stack(subnet().set("mapPublicIpOnLaunch", false))),
                passes("not asked for", stack(subnet())),
                fails("IPv4", stack(subnet().set("mapPublicIpOnLaunch", true)), "mapPublicIpOnLaunch"),
                fails("IPv6", stack(subnet().set("assignIpv6AddressOnCreation", true)), "IPv6"),
                fails("an own pool", stack(subnet().set("mapCustomerOwnedIpOnLaunch", true)), "own pool"),
                unknown("not known yet", stack(subnet().unknown("mapPublicIpOnLaunch"))),
                notApplicable("no subnet", stack()));
    }

    private static ResourceBuilder subnet() {
        return resource("aws:ec2/subnet:Subnet", "a");
    }
}
