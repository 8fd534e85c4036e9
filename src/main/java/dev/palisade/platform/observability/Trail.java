package dev.palisade.platform.observability;

import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.iam.TrustPolicy;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.kms.KeyUse;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import dev.palisade.platform.storage.AccessLogs;
import dev.palisade.platform.storage.PrivateBucket;
import java.util.List;
import java.util.Optional;

/** Every call to the account's APIs, in all regions: to a bucket to be kept, and to a log group to be watched. */
final class Trail extends Room {

    private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";

    private final StackSettings settings;
    private final String arn;

    Trail(StackSettings settings, EncryptionKey logsKey, AccessLogs logs, ComponentResourceOptions options) {
        super("observability:Trail", "trail", options);
        this.settings = settings;
        var account = settings.account();
        arn = "arn:aws:cloudtrail:" + account.region() + ":" + account.id() + ":trail/" + settings.name();
        var key = new EncryptionKey(
                "trail",
                "CloudTrail",
                settings,
                List.of(KeyUse.byTrail(arn, settings), KeyUse.through("s3", settings)),
                nested());
        var bucket = new PrivateBucket("trail", settings, Optional.of(key), false, this::delivery, nested());
        logs.of("trail", bucket, inside(logs));
        var group = new LogGroup(
                "trail",
                LogGroupArgs.builder()
                        .name("/palisade/" + settings.name() + "/trail")
                        .kmsKeyId(logsKey.arn())
                        .retentionInDays(settings.operations().logRetentionDays())
                        .build(),
                insideProtected(settings.operations().protectData()));
        var role = new Role(
                "trail",
                RoleArgs.builder()
                        .description("Writes the trail's log group")
                        .assumeRolePolicy(TrustPolicy.service(CLOUDTRAIL, account.id()))
                        .build(),
                inside());
        var writing = write(role, group);
        new com.pulumi.aws.cloudtrail.Trail(
                "account",
                TrailArgs.builder()
                        .name(settings.name())
                        .s3BucketName(bucket.bucket())
                        .kmsKeyId(key.arn())
                        .isMultiRegionTrail(true)
                        .includeGlobalServiceEvents(true)
                        .enableLogFileValidation(true)
                        .enableLogging(true)
                        .cloudWatchLogsGroupArn(group.arn().applyValue(value -> value + ":*"))
                        .cloudWatchLogsRoleArn(role.arn())
                        .build(),
                inside(bucket, writing));
        for (var signal : AccountSignal.values()) {
            new LogMetricFilter(signal.label(), signal.filter(settings, group.name()), inside());
        }
        finished();
    }

    private Resource write(Role role, LogGroup group) {
        return new RolePolicy(
                "trail",
                RolePolicyArgs.builder()
                        .role(role.id())
                        .policy(PolicyDocument.of(Statement.allow("WriteTrail")
                                .actions("logs:CreateLogStream", "logs:PutLogEvents")
                                .on(List.of(group.arn().applyValue(value -> value + ":log-stream:*")))))
                        .build(),
                inside());
    }

    private List<Statement> delivery(Output<String> bucketArn) {
        return List.of(
                Statement.allow("CheckBucket")
                        .toService(CLOUDTRAIL)
                        .actions("s3:GetBucketAcl")
                        .on(List.of(bucketArn))
                        .when("StringEquals", "aws:SourceArn", arn),
                Statement.allow("DeliverTrail")
                        .toService(CLOUDTRAIL)
                        .actions("s3:PutObject")
                        .on(List.of(bucketArn.applyValue(value ->
                                value + "/AWSLogs/" + settings.account().id() + "/*")))
                        .when("StringEquals", "aws:SourceArn", arn)
                        .when("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"));
    }
}
