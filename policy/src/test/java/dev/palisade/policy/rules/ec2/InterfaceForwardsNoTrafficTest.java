package dev.palisade.policy.rules.ec2;

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

class InterfaceForwardsNoTrafficTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new InterfaceForwardsNoTraffic();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the default", stack(face())),
                passes("said", stack(face().set("sourceDestCheck", true))),
                fails("a router", stack(face().set("sourceDestCheck", false)), "forwards"),
                fails(
                        "an instance",
                        stack(resource("aws:ec2/instance:Instance", "i").set("sourceDestCheck", false)),
                        "forwards"),
                unknown("from outputs", stack(face().unknown("sourceDestCheck"))),
                notApplicable("no interface", stack()));
    }

    private static ResourceBuilder face() {
        return resource("aws:ec2/networkInterface:NetworkInterface", "n");
    }
}
