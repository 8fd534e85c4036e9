package dev.palisade.platform.delivery;

import com.pulumi.aws.iam.OpenIdConnectProvider;
import com.pulumi.aws.iam.OpenIdConnectProviderArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.iam.TrustPolicy;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import dev.palisade.platform.storage.Evidence;
import dev.palisade.platform.workload.Registry;
import java.util.List;

/**
 * What the workflows of one GitHub repository may do here without a stored key: each role is trusted from one
 * environment, whose reviewers GitHub asks first.
 */
public final class Delivery extends Room {

    private static final String ISSUER = "token.actions.githubusercontent.com";
    private static final int SESSION_SECONDS = 3600;

    private final StackSettings settings;
    private final String repository;
    private final OpenIdConnectProvider provider;

    /** Builds the roles for {@code owner/name}. */
    public Delivery(
            StackSettings settings,
            String repository,
            Registry registry,
            Evidence evidence,
            ComponentResourceOptions options) {
        super("delivery:Delivery", "delivery", options);
        this.settings = settings;
        this.repository = repository;
        provider = new OpenIdConnectProvider(
                "github",
                OpenIdConnectProviderArgs.builder()
                        .url("https://" + ISSUER)
                        .clientIdLists("sts.amazonaws.com")
                        .build(),
                inside());
        preview();
        publish(registry, evidence);
        finished();
    }

    /** Reads how everything is configured, and no content. */
    private void preview() {
        var role = role("preview", "Previews changes; reads configuration alone");
        for (var policy : List.of("SecurityAudit", "job-function/ViewOnlyAccess")) {
            new RolePolicyAttachment(
                    "preview-" + policy.substring(policy.indexOf('/') + 1),
                    RolePolicyAttachmentArgs.builder()
                            .role(role.name())
                            .policyArn("arn:aws:iam::aws:policy/" + policy)
                            .build(),
                    inside());
        }
    }

    /** Pushes images and writes reports; can neither overwrite nor delete what is there. */
    private void publish(Registry registry, Evidence evidence) {
        var role = role("publish", "Pushes images and writes scan reports");
        new RolePolicy(
                "publish",
                RolePolicyArgs.builder()
                        .role(role.id())
                        .policy(PolicyDocument.of(
                                Statement.allow("LogIn")
                                        .actions("ecr:GetAuthorizationToken")
                                        // The token is the registry's, which has no ARN.
                                        .on("*")
                                        .when(
                                                "StringEquals",
                                                "aws:RequestedRegion",
                                                settings.account().region()),
                                Statement.allow("PushImages")
                                        .actions(
                                                "ecr:BatchCheckLayerAvailability",
                                                "ecr:BatchGetImage",
                                                "ecr:CompleteLayerUpload",
                                                "ecr:DescribeImageScanFindings",
                                                "ecr:InitiateLayerUpload",
                                                "ecr:PutImage",
                                                "ecr:UploadLayerPart")
                                        .on(List.of(registry.arn())),
                                Statement.allow("WriteReports")
                                        .actions("s3:PutObject")
                                        .on(List.of(evidence.bucketArn().applyValue(arn -> arn + "/reports/*"))),
                                Statement.allow("EncryptReports")
                                        .actions("kms:GenerateDataKey")
                                        .on(List.of(evidence.keyArn()))))
                        .build(),
                inside());
    }

    private Role role(String job, String description) {
        var environment = settings.name().substring(settings.name().indexOf('-') + 1) + "-" + job;
        return new Role(
                "github-" + job,
                RoleArgs.builder()
                        .name(settings.name() + "-github-" + job)
                        .description(description)
                        .maxSessionDuration(SESSION_SECONDS)
                        .assumeRolePolicy(TrustPolicy.githubEnvironment(provider.arn(), repository, environment))
                        .build(),
                inside());
    }
}
