package dev.palisade.platform.edge;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.stream.Stream;

/** The bucket of the load balancer's logs. Log delivery refuses customer managed keys, so it is under SSE-S3. */
final class AccessLogs extends Room {

    /** Prefix of the log of requests. */
    static final String REQUESTS = "requests";

    /** Prefix of the log of connections. */
    static final String CONNECTIONS = "connections";

    private final BucketV2 bucket;

    AccessLogs(StackSettings settings, ComponentResourceOptions options) {
        super("edge:AccessLogs", "access-logs", options);
        var name = settings.name() + "-access-logs-" + settings.account().id();
        bucket = new BucketV2(
                "access-logs",
                BucketV2Args.builder().bucket(name).forceDestroy(false).build(),
                insideProtected(settings.operations().protectData()));
        new BucketServerSideEncryptionConfigurationV2(
                "access-logs",
                BucketServerSideEncryptionConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                                .applyServerSideEncryptionByDefault(
                                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                                                .builder()
                                                .sseAlgorithm("AES256")
                                                .build())
                                .build())
                        .build(),
                inside());
        var closed = new BucketPublicAccessBlock(
                "access-logs",
                BucketPublicAccessBlockArgs.builder()
                        .bucket(bucket.id())
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build(),
                inside());
        new BucketOwnershipControls(
                "access-logs",
                BucketOwnershipControlsArgs.builder()
                        .bucket(bucket.id())
                        .rule(BucketOwnershipControlsRuleArgs.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build(),
                inside());
        new BucketVersioningV2(
                "access-logs",
                BucketVersioningV2Args.builder()
                        .bucket(bucket.id())
                        .versioningConfiguration(BucketVersioningV2VersioningConfigurationArgs.builder()
                                .status("Enabled")
                                .build())
                        .build(),
                inside());
        new BucketLifecycleConfigurationV2(
                "access-logs",
                BucketLifecycleConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(BucketLifecycleConfigurationV2RuleArgs.builder()
                                .id("expire")
                                .status("Enabled")
                                .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                                        .prefix("")
                                        .build())
                                .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                                        .days(settings.operations().logRetentionDays())
                                        .build())
                                .build())
                        .build(),
                inside());
        new BucketPolicy(
                "access-logs",
                BucketPolicyArgs.builder()
                        .bucket(bucket.id())
                        .policy(policy(settings))
                        .build(),
                inside(closed));
        finished();
    }

    Output<String> bucket() {
        return bucket.bucket();
    }

    private Output<String> policy(StackSettings settings) {
        var account = settings.account();
        var delivered = Stream.of(REQUESTS, CONNECTIONS)
                .map(prefix -> bucket.arn().applyValue(arn -> arn + "/" + prefix + "/AWSLogs/" + account.id() + "/*"))
                .toList();
        return PolicyDocument.of(
                Statement.allow("DeliverLogs")
                        .toService("logdelivery.elasticloadbalancing.amazonaws.com")
                        .actions("s3:PutObject")
                        .on(delivered),
                Statement.deny("DenyPlaintext")
                        .toAws("*")
                        .actions("s3:*")
                        .on(List.of(bucket.arn(), bucket.arn().applyValue(arn -> arn + "/*")))
                        .when("Bool", "aws:SecureTransport", "false"));
    }
}
