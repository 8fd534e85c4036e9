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

class AlarmReachesSomebodyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AlarmReachesSomebody();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a topic with a subscription", stack(TOPIC, SUBSCRIPTION, alarm())),
                fails("no action", stack(TOPIC, SUBSCRIPTION, alarm().unset("alarmActions")), "has no topic"),
                fails(
                        "an empty list",
                        stack(TOPIC, SUBSCRIPTION, alarm().set("alarmActions", List.of())),
                        "has no topic"),
                fails(
                        "a topic from elsewhere",
                        stack(alarm().set("alarmActions", List.of("arn:aws:sns:eu-central-1:111122223333:x"))),
                        "has no topic"),
                fails(
                        "switched off",
                        stack(TOPIC, SUBSCRIPTION, alarm().set("actionsEnabled", false)),
                        "actionsEnabled"),
                fails("nobody is subscribed", stack(TOPIC, alarm()), "nobody is subscribed"),
                unknown(
                        "actions from outputs",
                        stack(
                                TOPIC,
                                SUBSCRIPTION,
                                resource(Alarms.ALARM, "errors").unknown("alarmActions"))),
                notApplicable("no alarm", stack(TOPIC)));
    }

    private static final ResourceBuilder TOPIC = resource(Topics.TOPIC, "alerts");
    private static final ResourceBuilder SUBSCRIPTION = resource(Topics.SUBSCRIPTION, "alerts")
            .refer("topic", TOPIC)
            .set("protocol", "email")
            .set("endpoint", "ops@example.org");

    private static ResourceBuilder alarm() {
        return resource(Alarms.ALARM, "errors").referAll("alarmActions", TOPIC);
    }
}
