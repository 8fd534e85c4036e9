package dev.palisade.platform.storage;

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
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A bucket without public access, over TLS only, encrypted and versioned, whose objects expire with the logs. */
public final class PrivateBucket extends Room {

    private static final int KEEP_OLD_VERSIONS_DAYS = 30;
    private static final int ABANDONED_UPLOAD_DAYS = 7;

    private final String name;
    private final BucketV2 bucket;

    /**
     * Builds the bucket.
     *
     * @param key encrypts the objects; without one it is SSE-S3, for writers that refuse customer managed keys
     * @param objectLock whether versions can be locked; fixed for ever when the bucket is made
     * @param uses who may write or read, given the bucket's ARN
     */
    public PrivateBucket(
            String name,
            StackSettings settings,
            Optional<EncryptionKey> key,
            boolean objectLock,
            Function<Output<String>, List<Statement>> uses,
            ComponentResourceOptions options) {
        super("storage:PrivateBucket", name, options);
        this.name = name;
        bucket = new BucketV2(
                name,
                BucketV2Args.builder()
                        .bucket(settings.name() + "-" + name + "-"
                                + settings.account().id())
                        .objectLockEnabled(objectLock)
                        .forceDestroy(false)
                        .build(),
                insideProtected(settings.operations().protectData()));
        encrypt(key);
        var closed = closeToThePublic();
        keepVersions(settings.operations().logRetentionDays());
        new BucketPolicy(
                name,
                BucketPolicyArgs.builder()
                        .bucket(bucket.id())
                        .policy(PolicyDocument.of(Stream.concat(uses.apply(bucket.arn()).stream(), Stream.of(tlsOnly()))
                                .toList()))
                        .build(),
                inside(closed));
        finished();
    }

    /** The bucket's name. */
    public Output<String> bucket() {
        return bucket.bucket();
    }

    public Output<String> arn() {
        return bucket.arn();
    }

    private Statement tlsOnly() {
        return Statement.deny("DenyPlaintext")
                .toAws("*")
                .actions("s3:*")
                .on(List.of(bucket.arn(), bucket.arn().applyValue(arn -> arn + "/*")))
                .when("Bool", "aws:SecureTransport", "false");
    }

    private void encrypt(Optional<EncryptionKey> key) {
        var algorithm = BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder()
                .sseAlgorithm(key.isPresent() ? "aws:kms" : "AES256");
        key.ifPresent(present -> algorithm.kmsMasterKeyId(present.arn()));
        new BucketServerSideEncryptionConfigurationV2(
                name,
                BucketServerSideEncryptionConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                                .applyServerSideEncryptionByDefault(algorithm.build())
                                .bucketKeyEnabled(key.isPresent())
                                .build())
                        .build(),
                inside());
    }

    private BucketPublicAccessBlock closeToThePublic() {
        new BucketOwnershipControls(
                name,
                BucketOwnershipControlsArgs.builder()
                        .bucket(bucket.id())
                        .rule(BucketOwnershipControlsRuleArgs.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build(),
                inside());
        return new BucketPublicAccessBlock(
                name,
                BucketPublicAccessBlockArgs.builder()
                        .bucket(bucket.id())
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build(),
                inside());
    }

    private void keepVersions(int days) {
        var versioning = new BucketVersioningV2(
                name,
                BucketVersioningV2Args.builder()
                        .bucket(bucket.id())
                        .versioningConfiguration(BucketVersioningV2VersioningConfigurationArgs.builder()
                                .status("Enabled")
                                .build())
                        .build(),
                inside());
        new BucketLifecycleConfigurationV2(
                name,
                BucketLifecycleConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(BucketLifecycleConfigurationV2RuleArgs.builder()
                                .id("expire")
                                .status("Enabled")
                                .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                                        .prefix("")
                                        .build())
                                .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                                        .days(days)
                                        .build())
                                .noncurrentVersionExpiration(
                                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                                                .noncurrentDays(KEEP_OLD_VERSIONS_DAYS)
                                                .build())
                                .abortIncompleteMultipartUpload(
                                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                                                .daysAfterInitiation(ABANDONED_UPLOAD_DAYS)
                                                .build())
                                .build())
                        .build(),
                inside(versioning));
    }
}
