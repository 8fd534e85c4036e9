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

class TopicIsEncryptedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new TopicIsEncrypted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a key that CloudWatch may use", stack(key("cloudwatch.amazonaws.com"), topic(), alarm())),
                passes("a key, and nobody publishes", stack(key("logs.amazonaws.com"), topic())),
                fails("no key", stack(resource(Topics.TOPIC, "alerts")), "not set"),
                fails(
                        "AWS's own key",
                        stack(resource(Topics.TOPIC, "alerts").set("kmsMasterKeyId", "alias/aws/sns")),
                        "names none"),
                fails(
                        "a key that CloudWatch may not use",
                        stack(key("events.amazonaws.com"), topic(), alarm()),
                        "cloudwatch.amazonaws.com may not use"),
                unknown("a key whose policy is not known yet", stack(key("x").unknown("policy"), topic(), alarm())),
                notApplicable("no topic", stack()));
    }

    private static ResourceBuilder topic() {
        return resource(Topics.TOPIC, "alerts").set("kmsMasterKeyId", "alerts-key-id");
    }

    private static ResourceBuilder alarm() {
        return resource(Alarms.ALARM, "a").set("alarmActions", List.of("alerts-id"));
    }

    private static ResourceBuilder key(String service) {
        return resource(Keys.KEY, "alerts-key")
                .set("enableKeyRotation", true)
                .set(
                        "policy",
                        document("{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':['kms:Decrypt','kms:GenerateDataKey'],'Resource':'*'}"));
    }
}
