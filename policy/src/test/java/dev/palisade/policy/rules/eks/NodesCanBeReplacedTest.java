package dev.palisade.policy.rules.eks;

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

class NodesCanBeReplacedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NodesCanBeReplaced();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a third at a time", stack(group())),
                passes(
                        "one at a time",
                        stack(group().unset("updateConfig.maxUnavailablePercentage")
                                .set("updateConfig.maxUnavailable", 1))),
                passes("a node in each of two zones", stack(oneNode("a"), oneNode("b"))),
                fails(
                        "none in one of three zones",
                        stack(oneNode("a"), oneNode("b"), oneNode("c").set("scalingConfig.minSize", 0)),
                        "or none"),
                fails("one node", stack(group().set("scalingConfig.minSize", 1)), "single node"),
                fails("no room", stack(group().set("scalingConfig.maxSize", 2)), "cannot grow"),
                fails("all at once", stack(group().set("updateConfig.maxUnavailablePercentage", 100)), "at once"),
                fails("nothing said", stack(group().unset("updateConfig.maxUnavailablePercentage")), "updateConfig"),
                fails("by force", stack(group().set("forceUpdateVersion", true)), "forceUpdateVersion"),
                unknown("a size from outputs", stack(group().unknown("scalingConfig.minSize"))),
                notApplicable("no nodes", stack()));
    }

    private static ResourceBuilder oneNode(String zone) {
        return group(zone).set("scalingConfig.minSize", 1);
    }

    private static ResourceBuilder group() {
        return group("nodes");
    }

    private static ResourceBuilder group(String name) {
        return resource(Nodes.GROUP, name)
                .set("scalingConfig.minSize", 2)
                .set("scalingConfig.maxSize", 4)
                .set("updateConfig.maxUnavailablePercentage", 33);
    }
}
