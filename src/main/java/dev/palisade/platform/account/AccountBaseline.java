package dev.palisade.platform.account;

import com.pulumi.aws.accessanalyzer.Analyzer;
import com.pulumi.aws.accessanalyzer.AnalyzerArgs;
import com.pulumi.aws.ebs.DefaultKmsKey;
import com.pulumi.aws.ebs.DefaultKmsKeyArgs;
import com.pulumi.aws.ebs.EncryptionByDefault;
import com.pulumi.aws.ebs.EncryptionByDefaultArgs;
import com.pulumi.aws.ebs.SnapshotBlockPublicAccess;
import com.pulumi.aws.ebs.SnapshotBlockPublicAccessArgs;
import com.pulumi.aws.ec2.ImageBlockPublicAccess;
import com.pulumi.aws.ec2.ImageBlockPublicAccessArgs;
import com.pulumi.aws.ec2.InstanceMetadataDefaults;
import com.pulumi.aws.ec2.InstanceMetadataDefaultsArgs;
import com.pulumi.aws.ec2.SerialConsoleAccess;
import com.pulumi.aws.ec2.SerialConsoleAccessArgs;
import com.pulumi.aws.s3.AccountPublicAccessBlock;
import com.pulumi.aws.s3.AccountPublicAccessBlockArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.room.Room;

/** Defaults of the account in this region, for whatever is made beside the program: closed and encrypted. */
public final class AccountBaseline extends Room {

    /** Encrypts volumes that name no key with {@code volumesKey}. */
    public AccountBaseline(EncryptionKey volumesKey, ComponentResourceOptions options) {
        super("account:AccountBaseline", "account-baseline", options);
        new EncryptionByDefault(
                "volumes", EncryptionByDefaultArgs.builder().enabled(true).build(), inside());
        new DefaultKmsKey(
                "volumes", DefaultKmsKeyArgs.builder().keyArn(volumesKey.arn()).build(), inside());
        new SnapshotBlockPublicAccess(
                "snapshots",
                SnapshotBlockPublicAccessArgs.builder()
                        .state("block-all-sharing")
                        .build(),
                inside());
        new ImageBlockPublicAccess(
                "images",
                ImageBlockPublicAccessArgs.builder().state("block-new-sharing").build(),
                inside());
        new InstanceMetadataDefaults(
                "instances",
                InstanceMetadataDefaultsArgs.builder()
                        .httpTokens("required")
                        .httpPutResponseHopLimit(1)
                        .build(),
                inside());
        new SerialConsoleAccess(
                "instances", SerialConsoleAccessArgs.builder().enabled(false).build(), inside());
        new AccountPublicAccessBlock(
                "buckets",
                AccountPublicAccessBlockArgs.builder()
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build(),
                inside());
        new Analyzer(
                "account",
                AnalyzerArgs.builder().analyzerName("account").type("ACCOUNT").build(),
                inside());
        finished();
    }
}
