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

class ResourceNamesAreUniqueTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ResourceNamesAreUnique();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "two names",
                        stack(alarm("a").set("name", "cpu"), alarm("b").set("name", "memory"))),
                passes("names that Pulumi gives", stack(alarm("a"), alarm("b"))),
                passes(
                        "one name for two kinds",
                        stack(
                                alarm("a").set("name", "x"),
                                resource("aws:iam/role:Role", "b").set("name", "x"))),
                fails(
                        "one for two alarms",
                        stack(alarm("a").set("name", "x"), alarm("b").set("name", "x")),
                        "the name x"),
                fails(
                        "one for two roles",
                        stack(
                                resource("aws:iam/role:Role", "a").set("name", "x"),
                                resource("aws:iam/role:Role", "b").set("name", "x")),
                        "the name x"),
                unknown("a name from outputs", stack(alarm("a").unknown("name"))),
                notApplicable("nothing with a name", stack()));
    }

    private static ResourceBuilder alarm(String name) {
        return resource("aws:cloudwatch/metricAlarm:MetricAlarm", name);
    }
}
