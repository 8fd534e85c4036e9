package dev.palisade.policy.rules.edge;

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

class TargetGroupTargetsPodsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new TargetGroupTargetsPods();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a target by hand",
                        stack(resource("aws:lb/targetGroupAttachment:TargetGroupAttachment", "a")),
                        "by hand"),
                passes("addresses", stack(group().set("targetType", "ip"))),
                fails("instances", stack(group().set("targetType", "instance")), "not ip"),
                fails("by default", stack(group()), "not ip"),
                unknown("not known yet", stack(group().unknown("targetType"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:lb/targetGroup:TargetGroup", "service");
    }
}
