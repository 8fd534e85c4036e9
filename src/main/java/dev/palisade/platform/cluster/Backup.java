package dev.palisade.platform.cluster;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import com.pulumi.aws.backup.inputs.SelectionSelectionTagArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.iam.TrustPolicy;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.kms.KeyUse;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.AccountSettings;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/** A backup of the pods' volumes every night, kept for five weeks. */
public final class Backup extends Room {

    private static final int KEEP_DAYS = 35;

    /** Backs up what carries the tag of the default storage class. */
    public Backup(StackSettings settings, EncryptionKey volumesKey, ComponentResourceOptions options) {
        super("cluster:Backup", "backup", options);
        var key = new EncryptionKey(
                "backups", "Backups of volumes", settings, List.of(KeyUse.through("backup", settings)), nested());
        var vault = new Vault(
                "volumes",
                VaultArgs.builder()
                        .name(settings.name())
                        .kmsKeyArn(key.arn())
                        .forceDestroy(false)
                        .build(),
                insideProtected(settings.operations().protectData()));
        var plan = new Plan(
                "volumes",
                PlanArgs.builder()
                        .name(settings.name() + "-volumes")
                        .rules(PlanRuleArgs.builder()
                                .ruleName("nightly")
                                .targetVaultName(vault.name())
                                .schedule("cron(0 3 * * ? *)")
                                .lifecycle(PlanRuleLifecycleArgs.builder()
                                        .deleteAfter(KEEP_DAYS)
                                        .build())
                                .build())
                        .build(),
                inside());
        var role = new Role(
                "backup",
                RoleArgs.builder()
                        .description("Takes backups of volumes")
                        .assumeRolePolicy(TrustPolicy.service(
                                "backup.amazonaws.com", settings.account().id()))
                        .build(),
                inside());
        var rights = new RolePolicy(
                "backup",
                RolePolicyArgs.builder()
                        .role(role.id())
                        .policy(PolicyDocument.of(rights(settings.account(), settings.name(), volumesKey)))
                        .build(),
                inside());
        new Selection(
                "volumes",
                SelectionArgs.builder()
                        .name("volumes")
                        .planId(plan.id())
                        .iamRoleArn(role.arn())
                        .selectionTags(SelectionSelectionTagArgs.builder()
                                .type("STRINGEQUALS")
                                .key(Storage.BACKUP_TAG)
                                .value(settings.name())
                                .build())
                        .build(),
                inside(rights));
        finished();
    }

    /** AWS's own policy for the service reaches every database of the account; volumes are all that is meant. */
    private static List<Statement> rights(AccountSettings account, String vaultName, EncryptionKey volumesKey) {
        var ec2 = "arn:aws:ec2:" + account.region() + ":";
        return List.of(
                Statement.allow("FindVolumes")
                        .actions("ec2:DescribeSnapshots", "ec2:DescribeTags", "ec2:DescribeVolumes", "tag:GetResources")
                        // Describe calls know no resources.
                        .on("*")
                        .when("StringEquals", "aws:RequestedRegion", account.region()),
                Statement.allow("TakeSnapshots")
                        .actions("ec2:CreateSnapshot", "ec2:CreateTags")
                        .on(ec2 + account.id() + ":volume/*", ec2 + ":snapshot/*"),
                Statement.allow("DropOwnSnapshots")
                        .actions("ec2:DeleteSnapshot")
                        .on(ec2 + ":snapshot/*")
                        // The service marks every snapshot that it takes.
                        .when(
                                "StringLike",
                                "aws:ResourceTag/aws:backup:source-resource",
                                ec2 + account.id() + ":volume/*"),
                Statement.allow("FillVault")
                        .actions("backup:CopyIntoBackupVault", "backup:DescribeBackupVault")
                        .on("arn:aws:backup:" + account.region() + ":" + account.id() + ":backup-vault:" + vaultName),
                Statement.allow("ReadVolumes")
                        .actions(
                                "kms:Decrypt",
                                "kms:DescribeKey",
                                "kms:GenerateDataKeyWithoutPlaintext",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo")
                        .on(List.of(volumesKey.arn())),
                Statement.allow("GrantVolumes")
                        .actions("kms:CreateGrant")
                        .on(List.of(volumesKey.arn()))
                        .when("Bool", "kms:GrantIsForAWSResource", "true"));
    }
}
