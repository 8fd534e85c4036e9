package dev.palisade.platform.storage;

import com.pulumi.aws.s3.BucketObjectLockConfigurationV2;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2Args;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleDefaultRetentionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.kms.KeyUse;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Optional;

/** The bucket of scan reports and verdicts: what was written can't be changed for a year. */
public final class Evidence extends Room {

    private static final int LOCK_DAYS = 365;

    private final PrivateBucket bucket;
    private final EncryptionKey key;

    /** Builds the bucket with a key of its own; who reads or writes it is logged. */
    public Evidence(StackSettings settings, AccessLogs logs, ComponentResourceOptions options) {
        super("storage:Evidence", "evidence", options);
        key = new EncryptionKey(
                "evidence", "Scan reports and verdicts", settings, List.of(KeyUse.through("s3", settings)), nested());
        bucket = new PrivateBucket("evidence", settings, Optional.of(key), true, arn -> List.of(), nested());
        new BucketObjectLockConfigurationV2(
                "evidence",
                BucketObjectLockConfigurationV2Args.builder()
                        .bucket(bucket.bucket())
                        .rule(BucketObjectLockConfigurationV2RuleArgs.builder()
                                .defaultRetention(BucketObjectLockConfigurationV2RuleDefaultRetentionArgs.builder()
                                        .mode("GOVERNANCE")
                                        .days(LOCK_DAYS)
                                        .build())
                                .build())
                        .build(),
                inside(bucket));
        logs.of("evidence", bucket, inside(logs));
        finished();
    }

    public Output<String> bucketArn() {
        return bucket.arn();
    }

    public Output<String> keyArn() {
        return key.arn();
    }
}
