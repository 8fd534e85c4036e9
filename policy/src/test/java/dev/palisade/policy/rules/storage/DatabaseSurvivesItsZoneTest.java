package dev.palisade.policy.rules.storage;

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

class DatabaseSurvivesItsZoneTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DatabaseSurvivesItsZone();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a second zone", stack(database().set("multiAz", true))),
                fails("one zone", stack(database()), "multiAz"),
                fails("one zone, and said so", stack(database().set("multiAz", false)), "multiAz"),
                unknown("not known yet", stack(database().unknown("multiAz"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder database() {
        return resource("aws:rds/instance:Instance", "main");
    }
}
