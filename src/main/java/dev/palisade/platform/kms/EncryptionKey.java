package dev.palisade.platform.kms;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.stream.Stream;

/** A customer managed key for one purpose, rotated every year, that only the named users may use. */
public final class EncryptionKey extends Room {

    private static final int ROTATION_DAYS = 365;
    private static final int DELETION_WINDOW_DAYS = 30;

    private final Key key;

    /**
     * @param purpose what the key encrypts, e.g. {@code logs}; part of the alias
     * @param uses statements that let services or roles use the key, on top of the account's administration
     */
    public EncryptionKey(
            String purpose,
            String description,
            StackSettings settings,
            List<Statement> uses,
            ComponentResourceOptions options) {
        super("kms:EncryptionKey", purpose + "-key", options);
        var statements = Stream.concat(
                        Stream.of(administration(settings.account().id())), uses.stream())
                .map(statement -> statement.on("*"))
                .toList();
        key = new Key(
                purpose,
                KeyArgs.builder()
                        .description(description)
                        .enableKeyRotation(true)
                        .rotationPeriodInDays(ROTATION_DAYS)
                        .deletionWindowInDays(DELETION_WINDOW_DAYS)
                        .policy(PolicyDocument.of(statements))
                        .build(),
                insideProtected(settings.operations().protectData()));
        new Alias(
                purpose,
                AliasArgs.builder()
                        .name("alias/" + settings.name() + "/" + purpose)
                        .targetKeyId(key.keyId())
                        .build(),
                inside());
        finished();
    }

    public Output<String> arn() {
        return key.arn();
    }

    public Output<String> id() {
        return key.keyId();
    }

    public Key key() {
        return key;
    }

    /**
     * Hands administration to the account's IAM, without which a key can become unmanageable, but not the data: no
     * Encrypt, Decrypt or GenerateDataKey.
     */
    private static Statement administration(String accountId) {
        return Statement.allow("AdministeredByAccount")
                .toAws("arn:aws:iam::" + accountId + ":root")
                .actions(
                        "kms:CancelKeyDeletion",
                        "kms:CreateAlias",
                        "kms:DeleteAlias",
                        "kms:DescribeKey",
                        "kms:DisableKey",
                        "kms:EnableKey",
                        "kms:EnableKeyRotation",
                        "kms:GetKeyPolicy",
                        "kms:GetKeyRotationStatus",
                        "kms:ListAliases",
                        "kms:ListGrants",
                        "kms:ListKeyPolicies",
                        "kms:ListKeyRotations",
                        "kms:ListResourceTags",
                        "kms:PutKeyPolicy",
                        "kms:RevokeGrant",
                        "kms:RotateKeyOnDemand",
                        "kms:ScheduleKeyDeletion",
                        "kms:TagResource",
                        "kms:UntagResource",
                        "kms:UpdateAlias",
                        "kms:UpdateKeyDescription");
    }
}
