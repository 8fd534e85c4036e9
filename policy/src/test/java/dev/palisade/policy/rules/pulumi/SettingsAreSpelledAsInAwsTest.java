package dev.palisade.policy.rules.pulumi;

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
import java.util.Map;

class SettingsAreSpelledAsInAwsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SettingsAreSpelledAsInAws();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("one of the choice", stack(nodes("SPOT"))),
                passes("the default", stack(resource("aws:eks/nodeGroup:NodeGroup", "n"))),
                passes("an action", stack(listener("forward"))),
                fails("small letters", stack(nodes("spot")), "capacityType is none of"),
                fails("a space", stack(nodes("SPOT ")), "capacityType"),
                fails("nothing", stack(nodes("")), "capacityType"),
                fails("an action of nobody", stack(listener("proxy")), "defaultActions[].type"),
                unknown(
                        "a value from outputs",
                        stack(resource("aws:eks/nodeGroup:NodeGroup", "n").unknown("capacityType"))),
                notApplicable("nothing of AWS", stack()));
    }

    private static ResourceBuilder nodes(String capacity) {
        return resource("aws:eks/nodeGroup:NodeGroup", "n").set("capacityType", capacity);
    }

    private static ResourceBuilder listener(String action) {
        return resource("aws:lb/listener:Listener", "l").set("defaultActions", List.of(Map.of("type", action)));
    }
}
