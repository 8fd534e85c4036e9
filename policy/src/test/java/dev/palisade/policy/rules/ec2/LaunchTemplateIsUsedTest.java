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

class LaunchTemplateIsUsedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LaunchTemplateIsUsed();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the latest version", stack(template(), nodes().set("launchTemplate.version", "3"))),
                passes(
                        "while it is not known yet",
                        stack(template(), nodes().unknown("launchTemplate.version", template()))),
                fails("no node group", stack(template()), "used by no node group"),
                fails(
                        "a group without a template",
                        stack(template(), resource(NODES, "nodes")),
                        "starts from no launch template"),
                fails(
                        "another template",
                        stack(template(), nodes().set("launchTemplate.id", "lt-9")),
                        "starts from no"),
                fails(
                        "an old version",
                        stack(template(), nodes().set("launchTemplate.version", "1")),
                        "latest version"),
                fails("no version", stack(template(), nodes()), "latest version"),
                unknown(
                        "a template not known yet",
                        stack(template(), resource(NODES, "nodes").unknown("launchTemplate"))),
                notApplicable("neither", stack()));
    }

    private static final String NODES = "aws:eks/nodeGroup:NodeGroup";

    private static ResourceBuilder template() {
        return resource("aws:ec2/launchTemplate:LaunchTemplate", "node").output("latestVersion", 3);
    }

    private static ResourceBuilder nodes() {
        return resource(NODES, "nodes").refer("launchTemplate.id", template());
    }
}
