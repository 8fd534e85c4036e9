package dev.palisade.platform.observability;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.kms.KeyUse;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/** The topic that every alarm and finding goes to, and the people behind it. */
final class Alerts extends Room {

    private static final String ALARMS = "cloudwatch.amazonaws.com";
    private static final String EVENTS = "events.amazonaws.com";

    private final Topic topic;

    Alerts(StackSettings settings, ComponentResourceOptions options) {
        super("observability:Alerts", "alerts", options);
        var key = new EncryptionKey(
                "alerts",
                "Alarms and findings on their way to people",
                settings,
                List.of(
                        KeyUse.byService("UsedByAlarms", ALARMS, settings),
                        KeyUse.byService("UsedByEvents", EVENTS, settings)),
                nested());
        topic = new Topic(
                "alerts",
                TopicArgs.builder()
                        .displayName(settings.name() + " alerts")
                        .kmsMasterKeyId(key.arn())
                        .build(),
                inside());
        new TopicPolicy(
                "alerts",
                TopicPolicyArgs.builder()
                        .arn(topic.arn())
                        .policy(PolicyDocument.of(
                                Statement.allow("PublishedByAlarmsAndEvents")
                                        .toService(ALARMS, EVENTS)
                                        .actions("sns:Publish")
                                        .on(List.of(topic.arn()))
                                        .when(
                                                "StringEquals",
                                                "aws:SourceAccount",
                                                settings.account().id()),
                                Statement.deny("DenyPlaintext")
                                        .toAws("*")
                                        .actions("sns:Publish")
                                        .on(List.of(topic.arn()))
                                        .when("Bool", "aws:SecureTransport", "false")))
                        .build(),
                inside());
        new TopicSubscription(
                "alerts",
                TopicSubscriptionArgs.builder()
                        .topic(topic.arn())
                        .protocol("email")
                        .endpoint(settings.operations().alertEmail())
                        .build(),
                inside());
        finished();
    }

    Output<String> topicArn() {
        return topic.arn();
    }
}
