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
import java.util.Map;

class LaunchTemplateNamesItsGroupsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LaunchTemplateNamesItsGroups();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a group", stack(group(), template().referAll("vpcSecurityGroupIds", group()))),
                passes(
                        "an interface's group",
                        stack(
                                group(),
                                template()
                                        .set(
                                                "networkInterfaces",
                                                List.of(Map.of("securityGroups", List.of("nodes-id")))))),
                fails("none", stack(group(), template()), "names no security group"),
                fails(
                        "a stranger's",
                        stack(group(), template().set("vpcSecurityGroupIds", List.of("sg-9"))),
                        "names no"),
                unknown("not known yet", stack(group(), template().unknown("vpcSecurityGroupIds"))),
                notApplicable("no template", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes");
    }

    private static ResourceBuilder template() {
        return resource("aws:ec2/launchTemplate:LaunchTemplate", "node");
    }
}
