package dev.palisade.policy.rules.delivery;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class ImageFindingsRaiseAlarmTest implements PolicyCases {
    private static final String PATTERN =
            "{\"source\":[\"aws.inspector2\"],\"detail-type\":[\"Inspector2 Finding\"],\"detail\":{\"severity\":[\"CRITICAL\",\"HIGH\"]}}";
    private static final ResourceBuilder REPOSITORY = resource("aws:ecr/repository:Repository", "service");
    private static final ResourceBuilder TOPIC = resource("aws:sns/topic:Topic", "alerts");

    @Override
    public Policy policy() {
        return new ImageFindingsRaiseAlarm();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("Inspector's go to a topic", with(rule())),
                passes(
                        "ECR's do",
                        with(rule().set(
                                        "eventPattern",
                                        "{\"source\":[\"aws.ecr\"],\"detail-type\":[\"ECR Image Scan\"]}"))),
                fails("no rule", stack(REPOSITORY, TOPIC), "nobody hears"),
                fails("a rule without a target", stack(REPOSITORY, TOPIC, rule()), "nobody hears"),
                fails("a rule that is off", with(rule().set("state", "DISABLED")), "nobody hears"),
                fails(
                        "a rule about something else",
                        with(rule().set("eventPattern", "{\"source\":[\"aws.s3\"]}")),
                        "nobody hears"),
                fails(
                        "a rule that hears of trifles alone",
                        with(rule().set("eventPattern", PATTERN.replace("\"CRITICAL\",\"HIGH\"", "\"LOW\""))),
                        "nobody hears"),
                fails("a rule that cannot be read", with(rule().set("eventPattern", "{source")), "nobody hears"),
                unknown("not known yet", with(rule().unknown("eventPattern"))),
                notApplicable("no repository", stack(TOPIC)));
    }

    private static StackBuilder with(ResourceBuilder rule) {
        return stack(
                REPOSITORY,
                TOPIC,
                rule,
                resource("aws:cloudwatch/eventTarget:EventTarget", "findings")
                        .refer("rule", rule)
                        .refer("arn", TOPIC));
    }

    private static ResourceBuilder rule() {
        return resource("aws:cloudwatch/eventRule:EventRule", "findings")
                .set("eventPattern", PATTERN)
                .set("state", "ENABLED");
    }
}
