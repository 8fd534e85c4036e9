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

class LaunchTemplateMonitorsInDetailTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LaunchTemplateMonitorsInDetail();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("on", stack(template().set("monitoring.enabled", true))),
                fails("off", stack(template().set("monitoring.enabled", false)), "not true"),
                fails("nothing said", stack(template()), "not true"),
                unknown("not known yet", stack(template().unknown("monitoring"))),
                notApplicable("no template", stack()));
    }

    private static ResourceBuilder template() {
        return resource("aws:ec2/launchTemplate:LaunchTemplate", "node");
    }
}
