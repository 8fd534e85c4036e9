package dev.palisade.platform.delivery;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
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
 * environment, whose reviewers GitHub asks first. The provider of GitHub's tokens and the role that deploys are the
 * bootstrap document's, for a stack must not change who may change it.
 */
public final class Delivery extends Room {

    private static final int SESSION_SECONDS = 3600;

    private final StackSettings settings;
    private final String repository;

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
        role("preview", "Previews changes; reads configuration alone", PreviewRights.of(settings));
        role("publish", "Pushes images and writes scan reports", publishing(registry, evidence));
        finished();
    }

    /** Pushes images and writes reports; can neither overwrite nor delete what is there. */
    private List<Statement> publishing(Registry registry, Evidence evidence) {
        return List.of(
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
                                "ecr:GetDownloadUrlForLayer",
                                "ecr:InitiateLayerUpload",
                                "ecr:PutImage",
                                "ecr:UploadLayerPart")
                        .on(List.of(registry.arn())),
                Statement.allow("WriteReports")
                        .actions("s3:PutObject")
                        .on(List.of(evidence.bucketArn().applyValue(arn -> arn + "/reports/*"))),
                Statement.allow("EncryptReports").actions("kms:GenerateDataKey").on(List.of(evidence.keyArn())));
    }

    /** A role whose rights are its boundary too: whatever is attached to it later, it can do no more. */
    private void role(String job, String description, List<Statement> rights) {
        var name = "github-" + job;
        var policy = new Policy(
                name,
                PolicyArgs.builder()
                        .name(settings.name() + "-" + name)
                        .description(description)
                        .policy(PolicyDocument.of(rights))
                        .build(),
                inside());
        var role = new Role(
                name,
                RoleArgs.builder()
                        .name(settings.name() + "-" + name)
                        .description(description)
                        .maxSessionDuration(SESSION_SECONDS)
                        .permissionsBoundary(policy.arn())
                        .assumeRolePolicy(TrustPolicy.githubEnvironment(
                                settings.account().id(), repository, settings.stack() + "-" + job))
                        .build(),
                inside());
        new RolePolicyAttachment(
                name,
                RolePolicyAttachmentArgs.builder()
                        .role(role.name())
                        .policyArn(policy.arn())
                        .build(),
                inside());
    }
}
