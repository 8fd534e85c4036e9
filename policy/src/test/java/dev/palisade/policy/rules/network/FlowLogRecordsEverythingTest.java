package dev.palisade.policy.rules.network;

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

class FlowLogRecordsEverythingTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new FlowLogRecordsEverything();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all, encrypted", stack(group(), role(), log())),
                passes(
                        "while ARNs are not known yet",
                        stack(
                                group(),
                                role(),
                                log().unknown("logDestination", group()).unknown("iamRoleArn", role()))),
                fails("rejects only", stack(group(), role(), log().set("trafficType", "REJECT")), "trafficType"),
                fails("in plain text", stack(group().unset("kmsKeyId"), role(), log()), "no encrypted log group"),
                fails(
                        "to a stranger",
                        stack(group(), role(), log().set("logDestination", "arn:stranger")),
                        "no encrypted log group"),
                fails(
                        "another role",
                        stack(group(), role().set("assumeRolePolicy", "{\"Service\":\"ec2.amazonaws.com\"}"), log()),
                        "no role"),
                fails("no role", stack(group(), role(), log().unset("iamRoleArn")), "no role"),
                fails("to a stranger's bucket", stack(log().set("logDestinationType", "s3")), "nothing of this stack"),
                unknown("not known yet", stack(group(), role(), log().unknown("trafficType"))),
                notApplicable("no flow log", stack()));
    }

    private static ResourceBuilder group() {
        return resource("aws:cloudwatch/logGroup:LogGroup", "flow-logs").set("kmsKeyId", "arn:aws:kms:key/1");
    }

    private static ResourceBuilder role() {
        return resource("aws:iam/role:Role", "flow-logs")
                .set("assumeRolePolicy", "{\"Principal\":{\"Service\":\"vpc-flow-logs.amazonaws.com\"}}");
    }

    private static ResourceBuilder log() {
        return resource("aws:ec2/flowLog:FlowLog", "vpc")
                .set("trafficType", "ALL")
                .refer("logDestination", group())
                .refer("iamRoleArn", role());
    }
}
