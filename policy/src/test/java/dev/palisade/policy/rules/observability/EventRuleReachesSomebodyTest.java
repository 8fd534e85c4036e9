package dev.palisade.policy.rules.observability;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.json;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class EventRuleReachesSomebodyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EventRuleReachesSomebody();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "an empty choice",
                        stack(
                                TOPIC,
                                SUBSCRIPTION,
                                rule().set(
                                                "eventPattern",
                                                json("{'source':['aws.inspector2'],'detail':{'severity':[]}}")),
                                target()),
                        "no event fits"),
                fails(
                        "a star, which is no pattern",
                        stack(
                                TOPIC,
                                SUBSCRIPTION,
                                rule().set(
                                                "eventPattern",
                                                json("{'source':['aws.inspector2'],'detail':{'status':['*']}}")),
                                target()),
                        "no event fits"),
                passes(
                        "two choices",
                        stack(
                                TOPIC,
                                SUBSCRIPTION,
                                rule().set(
                                                "eventPattern",
                                                json(
                                                        "{'source':['aws.inspector2'],'detail':{'severity':['HIGH','CRITICAL']}}")),
                                target())),
                fails(
                        "another bus",
                        stack(resource("aws:cloudwatch/eventRule:EventRule", "r")
                                .set("eventPattern", "{\"source\":[\"aws.guardduty\"]}")
                                .set("eventBusName", "x")),
                        "eventBusName"),
                fails(
                        "a kind that is not sent",
                        stack(resource("aws:cloudwatch/eventRule:EventRule", "r")
                                .set("eventPattern", "{\"source\":[\"aws.guardduty\"],\"detail-type\":[\"x\"]}")),
                        "detail-type"),
                fails(
                        "the worst alone",
                        stack(
                                resource("aws:cloudwatch/eventRule:EventRule", "r")
                                        .set(
                                                "eventPattern",
                                                "{\"source\":[\"aws.guardduty\"],\"detail\":{\"severity\":[{\"numeric\":[\">=\",9]}]}}")),
                        "severity"),
                passes("a topic with a subscription", stack(TOPIC, SUBSCRIPTION, RULE, target())),
                fails("no target", stack(TOPIC, SUBSCRIPTION, RULE), "to nobody"),
                fails("a topic that nobody hears", stack(TOPIC, RULE, target()), "to nobody"),
                fails("disabled", stack(TOPIC, SUBSCRIPTION, rule().set("state", "DISABLED"), target()), "is disabled"),
                fails(
                        "disabled in the old way",
                        stack(TOPIC, SUBSCRIPTION, rule().set("isEnabled", false), target()),
                        "is disabled"),
                fails(
                        "no JSON",
                        stack(TOPIC, SUBSCRIPTION, rule().set("eventPattern", "source"), target()),
                        "eventPattern"),
                fails(
                        "no source",
                        stack(TOPIC, SUBSCRIPTION, rule().set("eventPattern", "{}"), target()),
                        "names no source"),
                unknown("a pattern from outputs", stack(TOPIC, SUBSCRIPTION, rule().unknown("eventPattern"), target())),
                notApplicable("no rule", stack(TOPIC)));
    }

    private static final ResourceBuilder TOPIC = resource(Topics.TOPIC, "alerts");
    private static final ResourceBuilder SUBSCRIPTION =
            resource(Topics.SUBSCRIPTION, "alerts").refer("topic", TOPIC).set("endpoint", "ops@example.org");
    private static final ResourceBuilder RULE = rule();

    private static ResourceBuilder rule() {
        return resource(Events.RULE, "findings").set("eventPattern", json("{'source':['aws.inspector2']}"));
    }

    private static ResourceBuilder target() {
        return resource(Events.TARGET, "findings").refer("rule", RULE).refer("arn", TOPIC);
    }
}
