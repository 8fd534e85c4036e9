package dev.palisade.policy.rules.observability;

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

class LogGroupIsKeptForAYearTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LogGroupIsKeptForAYear();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a class that forgets",
                        stack(group().set("retentionInDays", 365).set("logGroupClass", "DELIVERY")),
                        "two days"),
                passes(
                        "the class that all have",
                        stack(group().set("retentionInDays", 365).set("logGroupClass", "STANDARD"))),
                passes("a year", stack(group().set("retentionInDays", 365))),
                passes("seven years", stack(group().set("retentionInDays", 2557))),
                fails("a month", stack(group().set("retentionInDays", 30)), "less than a year"),
                fails("for ever, by default", stack(group()), "for ever"),
                fails("for ever, by zero", stack(group().set("retentionInDays", 0)), "for ever"),
                unknown("days from outputs", stack(group().unknown("retentionInDays"))),
                notApplicable("no log group", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:cloudwatch/logGroup:LogGroup", "api");
    }
}
