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

class RootUseRaisesAnAlarmTest implements PolicyCases {
    private static final String ARN = "arn:aws:logs:eu-central-1:111122223333:log-group:/trail";
    private static final ResourceBuilder GROUP = resource(MetricFilterFeedsAnAlarm.GROUP, "trail");
    private static final ResourceBuilder APP = resource(MetricFilterFeedsAnAlarm.GROUP, "app");
    private static final ResourceBuilder TRAIL =
            resource(TrailIsComplete.TRAIL, "t").refer("cloudWatchLogsGroupArn", GROUP);
    private static final ResourceBuilder ROOT = filter("root", "$.userIdentity.type = \"Root\"");
    private static final ResourceBuilder IAM = filter("iam", "$.eventSource = \"iam.amazonaws.com\"");
    private static final ResourceBuilder STOP = filter("trail", "$.eventName = *Logging || $.eventName = *Trail");

    @Override
    public Policy policy() {
        return new RootUseRaisesAnAlarm();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder alarm =
                resource(Alarms.ALARM, "a").set("namespace", "Palisade").set("metricName", "m");
        return List.of(
                passes("all are counted", stack(GROUP, TRAIL, ROOT, IAM, STOP, alarm)),
                passes(
                        "by the ARN of the group's streams",
                        stack(
                                resource(MetricFilterFeedsAnAlarm.GROUP, "trail")
                                        .output("arn", ARN),
                                resource(TrailIsComplete.TRAIL, "t").set("cloudWatchLogsGroupArn", ARN + ":*"),
                                ROOT,
                                IAM,
                                STOP,
                                alarm)),
                fails(
                        "no log group",
                        stack(GROUP, resource(TrailIsComplete.TRAIL, "t"), ROOT, IAM, STOP, alarm),
                        "nobody"),
                fails("root is not counted", stack(GROUP, TRAIL, IAM, STOP, alarm), "root user"),
                fails("rights are not counted", stack(GROUP, TRAIL, ROOT, STOP, alarm), "rights"),
                fails("its end is not counted", stack(GROUP, TRAIL, ROOT, IAM, alarm), "its own end"),
                fails(
                        "root is counted without a second factor only",
                        stack(
                                GROUP,
                                TRAIL,
                                filter(
                                        "root",
                                        "$.userIdentity.type = \"Root\" && $.additionalEventData.MFAUsed = \"No\""),
                                IAM,
                                STOP,
                                alarm),
                        "root user"),
                fails(
                        "the trail may be deleted unheard",
                        stack(GROUP, TRAIL, ROOT, IAM, filter("trail", "$.eventName = \"StopLogging\""), alarm),
                        "its own end"),
                fails("counted without an alarm", stack(GROUP, TRAIL, ROOT, IAM, STOP), "root user"),
                fails(
                        "counted in another log",
                        stack(
                                GROUP,
                                APP,
                                TRAIL,
                                filter("root", "$.userIdentity.type = \"Root\"").refer("logGroupName", APP),
                                IAM,
                                STOP,
                                alarm),
                        "root user"),
                unknown(
                        "a log group from outputs",
                        stack(
                                GROUP,
                                resource(TrailIsComplete.TRAIL, "t").unknown("cloudWatchLogsGroupArn"),
                                ROOT,
                                IAM,
                                STOP,
                                alarm)),
                unknown(
                        "a pattern from outputs",
                        stack(
                                GROUP,
                                TRAIL,
                                filter("root", "$.userIdentity.type = \"Root\"").unknown("pattern"),
                                IAM,
                                STOP,
                                alarm)),
                notApplicable("no trail", stack(ROOT)));
    }

    private static ResourceBuilder filter(String name, String condition) {
        return resource(MetricFilters.FILTER, name)
                .refer("logGroupName", GROUP)
                .set("pattern", "{ " + condition + " }")
                .set("metricTransformation.namespace", "Palisade")
                .set("metricTransformation.name", "m");
    }
}
