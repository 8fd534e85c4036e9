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
import dev.palisade.policy.rules.kms.Keys;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class LogGroupIsEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LogGroupIsEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a key that CloudWatch Logs may use", stack(key("logs.eu-central-1.amazonaws.com"), group())),
                fails("no key", stack(resource(GROUP, "api")), "not set"),
                fails(
                        "a key for something else",
                        stack(key("sns.amazonaws.com"), group()),
                        "does not let CloudWatch Logs use it"),
                fails(
                        "a key outside of the stack",
                        stack(resource(GROUP, "api").set("kmsKeyId", "alias/aws/logs")),
                        "names none"),
                unknown(
                        "a key whose policy is not known yet",
                        stack(key("logs.eu-central-1.amazonaws.com").unknown("policy"), group())),
                notApplicable("no log group", stack()));
    }

    private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";

    private static ResourceBuilder group() {
        return resource(GROUP, "api").refer("kmsKeyId", key("any"));
    }

    private static ResourceBuilder key(String service) {
        return resource(Keys.KEY, "logs")
                .set("enableKeyRotation", true)
                .set(
                        "policy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':['kms:Decrypt','kms:GenerateDataKey*'],'Resource':'*'}"));
    }
}
