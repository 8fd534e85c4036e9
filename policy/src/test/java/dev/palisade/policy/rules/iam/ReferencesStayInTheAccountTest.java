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

class ReferencesStayInTheAccountTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ReferencesStayInTheAccount();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("its own topic", stack(ROLE, alarm("arn:aws:sns:eu-central-1:111122223333:ops"))),
                passes("AWS's own policy", stack(ROLE, alarm("arn:aws:iam::aws:policy/P"))),
                fails(
                        "another's topic",
                        stack(ROLE, alarm("arn:aws:sns:eu-central-1:999999999999:ops")),
                        "999999999999"),
                fails(
                        "another in a document",
                        stack(
                                ROLE,
                                resource("aws:s3/bucketPolicy:BucketPolicy", "p")
                                        .set("policy", allow("s3:GetObject", "arn:aws:iam::999999999999:root"))),
                        "999999999999"),
                unknown("no account of its own is known", stack(alarm("arn:aws:sns:eu-central-1:111122223333:ops"))),
                notApplicable("no ARNs", stack()));
    }

    private static final ResourceBuilder ROLE =
            resource(Roles.ROLE, "r").output("arn", "arn:aws:iam::111122223333:role/r");

    private static ResourceBuilder alarm(String action) {
        return resource("aws:cloudwatch/metricAlarm:MetricAlarm", "a").set("alarmActions", List.of(action));
    }
}
