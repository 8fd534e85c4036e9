package dev.palisade.policy.rules.observability;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class TopicTakesWhatIsSentToItTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new TopicTakesWhatIsSentToIt();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("findings", stack(TOPIC, TARGET, policy("events.amazonaws.com"))),
                fails("findings that are refused", stack(TOPIC, TARGET, policy("cloudwatch.amazonaws.com")), "events."),
                fails(
                        "alarms that are refused",
                        stack(
                                TOPIC,
                                resource(Alarms.ALARM, "a").referAll("alarmActions", TOPIC),
                                policy("events.amazonaws.com")),
                        "cloudwatch."),
                unknown(
                        "a policy from outputs",
                        stack(
                                TOPIC,
                                TARGET,
                                resource(Topics.POLICY, "p").refer("arn", TOPIC).unknown("policy"))),
                notApplicable("nobody sends", stack(TOPIC, policy("events.amazonaws.com"))));
    }

    private static final ResourceBuilder TOPIC = resource(Topics.TOPIC, "alerts");
    private static final ResourceBuilder TARGET = resource(Events.TARGET, "t").refer("arn", TOPIC);

    private static ResourceBuilder policy(String service) {
        return resource(Topics.POLICY, "p")
                .refer("arn", TOPIC)
                .set(
                        "policy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':'sns:Publish','Resource':'*'}"));
    }
}
