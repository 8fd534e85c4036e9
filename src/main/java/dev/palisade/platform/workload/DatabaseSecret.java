package dev.palisade.platform.workload;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretPolicy;
import com.pulumi.aws.secretsmanager.SecretPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.cluster.Identity;
import dev.palisade.platform.cluster.ServiceAccountRole;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.kms.KeyUse;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.ServiceSettings;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Optional;

/**
 * Where the URL of the service's database is kept. The program never sees the value: it is put with the AWS command
 * line, before the service uses the database, and then read by the service's own role.
 */
public final class DatabaseSecret extends Room {

    private final Secret secret;
    private final Optional<ServiceAccountRole> reader;

    /** Builds the empty secret and, where the service uses it, the role that may read it. */
    public DatabaseSecret(StackSettings settings, Identity identity, ComponentResourceOptions options) {
        super("workload:DatabaseSecret", "database-secret", options);
        var key = new EncryptionKey(
                "service-secrets",
                "Secrets of the service",
                settings,
                List.of(KeyUse.through("secretsmanager", settings)),
                nested());
        secret = new Secret(
                "database-url",
                SecretArgs.builder()
                        .name(settings.name() + "/database-url")
                        .description("URL of the service's database, with user and password")
                        .kmsKeyId(key.arn())
                        .recoveryWindowInDays(30)
                        .build(),
                insideProtected(settings.operations().protectData()));
        new SecretPolicy(
                "database-url",
                SecretPolicyArgs.builder()
                        .secretArn(secret.arn())
                        .blockPublicPolicy(true)
                        .policy(PolicyDocument.of(Statement.deny("DenyOtherAccounts")
                                .toAws("*")
                                .actions("secretsmanager:GetSecretValue")
                                .on("*")
                                .when(
                                        "StringNotEquals",
                                        "aws:PrincipalAccount",
                                        settings.account().id())))
                        .build(),
                inside());
        reader = settings.service().database() ? Optional.of(reader(settings, identity, key)) : Optional.empty();
        finished();
    }

    private ServiceAccountRole reader(StackSettings settings, Identity identity, EncryptionKey key) {
        return ServiceAccountRole.of(
                "service",
                identity,
                ServiceSettings.NAMESPACE,
                Labels.NAME,
                List.of(
                        Statement.allow("ReadSecret")
                                .actions("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret")
                                .on(List.of(secret.arn())),
                        Statement.allow("DecryptSecret")
                                .actions("kms:Decrypt")
                                .on(List.of(key.arn()))
                                .when(
                                        "StringEquals",
                                        "kms:ViaService",
                                        "secretsmanager." + settings.account().region() + ".amazonaws.com")),
                nested());
    }

    /** The secret's ARN. */
    public Output<String> arn() {
        return secret.arn();
    }

    /** The role that may read it; none while the service uses no database. */
    public Optional<Output<String>> readerArn() {
        return reader.map(ServiceAccountRole::arn);
    }
}
