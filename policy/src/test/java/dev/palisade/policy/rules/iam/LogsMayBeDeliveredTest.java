package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.allow;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class LogsMayBeDeliveredTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LogsMayBeDelivered();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "its own log group",
                        stack(ROLE, rights("arn:aws:logs:::log-group:flow:*"), log("arn:aws:logs:::log-group:flow"))),
                passes(
                        "a trail's",
                        stack(
                                ROLE,
                                rights("arn:aws:logs:::log-group:trail:log-stream:*"),
                                resource("aws:cloudtrail/trail:Trail", "t")
                                        .set("cloudWatchLogsGroupArn", "arn:aws:logs:::log-group:trail:*")
                                        .refer("cloudWatchLogsRoleArn", ROLE))),
                fails(
                        "another's log group",
                        stack(ROLE, rights("arn:aws:logs:::log-group:flow:*"), log("arn:aws:logs:::log-group:trail")),
                        "may not write to"),
                fails(
                        "other log groups too",
                        stack(
                                ROLE,
                                rights("arn:aws:logs:::log-group:*"),
                                resource("aws:cloudwatch/logGroup:LogGroup", "trail")
                                        .output("arn", "arn:aws:logs:::log-group:trail"),
                                log("arn:aws:logs:::log-group:flow")),
                        "other log groups"),
                unknown(
                        "a log group from outputs",
                        stack(ROLE, rights("arn:aws:logs:::log-group:flow:*"), log("").unknown("logDestination"))),
                notApplicable("a flow log without a role", stack(resource("aws:ec2/flowLog:FlowLog", "l"))));
    }

    private static final ResourceBuilder ROLE = resource(Roles.ROLE, "r");

    private static ResourceBuilder rights(String group) {
        return resource(IdentityPolicies.INLINE, "i")
                .refer("role", ROLE)
                .set("policy", allow("logs:PutLogEvents", group));
    }

    private static ResourceBuilder log(String group) {
        return resource("aws:ec2/flowLog:FlowLog", "l")
                .set("logDestination", group)
                .refer("iamRoleArn", ROLE);
    }
}
