package dev.palisade.policy.rules.ec2;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class InstanceHasNoSshKeyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new InstanceHasNoSshKey();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails("a key pair", stack(resource("aws:ec2/keyPair:KeyPair", "k")), "SSH key"),
                passes("none", stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "node"))),
                fails(
                        "a template's",
                        stack(resource("aws:ec2/launchTemplate:LaunchTemplate", "node")
                                .set("keyName", "ops")),
                        "keyName"),
                fails(
                        "an instance's",
                        stack(resource("aws:ec2/instance:Instance", "x").set("keyName", "ops")),
                        "keyName"),
                unknown(
                        "not known yet",
                        stack(resource("aws:ec2/instance:Instance", "x").unknown("keyName"))),
                notApplicable("no instance", stack()));
    }
}
