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
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class FindingsAreForwardedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new FindingsAreForwarded();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("findings in images", stack(REPOSITORY, INSPECTOR, TOPIC, SUBSCRIPTION, RULE, TARGET)),
                passes(
                        "findings of ECR, where Inspector does not scan",
                        stack(
                                REPOSITORY,
                                TOPIC,
                                SUBSCRIPTION,
                                resource(Events.RULE, "findings").set("eventPattern", json("{'source':['aws.ecr']}")),
                                TARGET)),
                fails("certificates", stack(resource("aws:acm/certificate:Certificate", "c")), "certificates"),
                fails("no rule", stack(REPOSITORY, TOPIC, SUBSCRIPTION), "images"),
                passes(
                        "from a severity on",
                        findings("{'source':['aws.inspector2'],'detail':{'severity':['HIGH','CRITICAL']}}")),
                passes(
                        "GuardDuty from a number on",
                        guardDuty("{'source':['aws.guardduty'],'detail':{'severity':[{'numeric':['>=',4]}]}}")),
                passes(
                        "GuardDuty between two numbers",
                        guardDuty("{'source':['aws.guardduty'],'detail':{'severity':[{'numeric':['>',4,'<=',10]}]}}")),
                passes("one region", guardDuty("{'source':['aws.guardduty'],'region':['eu-central-1']}")),
                fails(
                        "GuardDuty below a number",
                        guardDuty("{'source':['aws.guardduty'],'detail':{'severity':[{'numeric':['<',4]}]}}"),
                        "GuardDuty"),
                fails(
                        "no bound",
                        guardDuty("{'source':['aws.guardduty'],'detail':{'severity':[{'numeric':[]}]}}"),
                        "GuardDuty"),
                fails(
                        "a severity in other letters",
                        findings("{'source':['aws.inspector2'],'detail':{'severity':['CRITICAL','high']}}"),
                        "images"),
                fails(
                        "what is closed",
                        findings("{'source':['aws.inspector2'],'detail':{'status':['CLOSED']}}"),
                        "images"),
                fails(
                        "a star among texts",
                        findings("{'source':['aws.inspector2'],'detail-type':['Inspector2 *']}"),
                        "images"),
                fails(
                        "GuardDuty's worst alone",
                        guardDuty("{'source':['aws.guardduty'],'detail':{'severity':[{'numeric':['>=',7]}]}}"),
                        "GuardDuty"),
                fails(
                        "a field that findings do not have",
                        guardDuty("{'source':['aws.guardduty'],'detail':{'color':['red']}}"),
                        "GuardDuty"),
                fails(
                        "a part that says nothing",
                        stack(REPOSITORY, INSPECTOR, TOPIC, SUBSCRIPTION, RULE, target("inputPath", "$.id")),
                        "images"),
                fails(
                        "a text without what happened",
                        stack(
                                REPOSITORY,
                                INSPECTOR,
                                TOPIC,
                                SUBSCRIPTION,
                                RULE,
                                target("inputTransformer.inputTemplate", "something")),
                        "images"),
                fails("no target", stack(REPOSITORY, TOPIC, SUBSCRIPTION, RULE), "images"),
                fails(
                        "GuardDuty has none",
                        stack(resource("aws:guardduty/detector:Detector", "d"), TOPIC, SUBSCRIPTION, RULE, TARGET),
                        "GuardDuty"),
                fails(
                        "a rule that is off",
                        stack(
                                REPOSITORY,
                                TOPIC,
                                SUBSCRIPTION,
                                TARGET,
                                resource(Events.RULE, "findings")
                                        .set("eventPattern", json("{'source':['aws.inspector2']}"))
                                        .set("state", "DISABLED")),
                        "images"),
                unknown(
                        "a pattern from outputs",
                        stack(
                                REPOSITORY,
                                TOPIC,
                                SUBSCRIPTION,
                                TARGET,
                                resource(Events.RULE, "findings").unknown("eventPattern"))),
                notApplicable("nothing is scanned", stack(TOPIC)));
    }

    private static final ResourceBuilder REPOSITORY = resource("aws:ecr/repository:Repository", "service");
    private static final ResourceBuilder INSPECTOR = resource("aws:inspector2/enabler:Enabler", "i");
    private static final ResourceBuilder TOPIC = resource(Topics.TOPIC, "alerts");
    private static final ResourceBuilder SUBSCRIPTION =
            resource(Topics.SUBSCRIPTION, "alerts").refer("topic", TOPIC).set("endpoint", "ops@example.org");
    private static final ResourceBuilder RULE =
            resource(Events.RULE, "findings").set("eventPattern", json("{'source':['aws.inspector2']}"));
    private static final ResourceBuilder TARGET =
            resource(Events.TARGET, "findings").refer("rule", RULE).refer("arn", TOPIC);

    private static ResourceBuilder target(String path, String value) {
        return resource(Events.TARGET, "findings")
                .refer("rule", RULE)
                .refer("arn", TOPIC)
                .set(path, value);
    }

    private static StackBuilder findings(String pattern) {
        return stack(
                REPOSITORY,
                INSPECTOR,
                TOPIC,
                SUBSCRIPTION,
                TARGET,
                resource(Events.RULE, "findings").set("eventPattern", json(pattern)));
    }

    private static StackBuilder guardDuty(String pattern) {
        return stack(
                resource("aws:guardduty/detector:Detector", "d"),
                TOPIC,
                SUBSCRIPTION,
                TARGET,
                resource(Events.RULE, "findings").set("eventPattern", json(pattern)));
    }
}
