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

class MetricFilterFitsItsLogTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new MetricFilterFitsItsLog();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "fields of audit events",
                        stack(AUDIT, filter("{ ($.verb = \"get\") && ($.user.username != \"x\") }"))),
                passes("a bracket in quotes", stack(AUDIT, filter("{ $.verb = \"(\" }"))),
                passes("a text", stack(GROUP, text("\"access denied\""))),
                fails("no pattern", stack(AUDIT, filter("")), "no pattern"),
                fails("an open brace", stack(AUDIT, filter("{ $.verb = \"get\" ")), "cannot read"),
                fails("an open quote", stack(AUDIT, filter("{ $.verb = \"get }")), "cannot read"),
                fails("no condition", stack(AUDIT, filter("{}")), "cannot read"),
                fails("a field that no audit event has", stack(AUDIT, filter("{ $.x = 1 }")), "no event of"),
                fails("audit events elsewhere", stack(GROUP, text("{ $.verb = \"get\" }")), "where they are not"),
                fails("one caller", stack(AUDIT, filter("{ $.sourceIPs = \"10.0.0.1\" }")), "one caller"),
                fails(
                        "everybody but everybody",
                        stack(AUDIT, filter("{ ($.verb = \"get\") && ($.user.username != \"*\") }")),
                        "leaves everybody out"),
                unknown("a pattern from outputs", stack(AUDIT, filter("x").unknown("pattern"))),
                notApplicable("no filter", stack(AUDIT)));
    }

    private static final ResourceBuilder GROUP =
            resource("aws:cloudwatch/logGroup:LogGroup", "app").set("name", "/app");
    private static final ResourceBuilder AUDIT =
            resource("aws:cloudwatch/logGroup:LogGroup", "kubernetes").set("name", "/aws/eks/main/cluster");

    private static ResourceBuilder filter(String pattern) {
        return resource(MetricFilters.FILTER, "denied")
                .refer("logGroupName", AUDIT)
                .set("pattern", pattern);
    }

    private static ResourceBuilder text(String pattern) {
        return resource(MetricFilters.FILTER, "denied")
                .refer("logGroupName", GROUP)
                .set("pattern", pattern);
    }
}
