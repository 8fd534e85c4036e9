package dev.palisade.platform.cluster;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.room.Room;
import java.util.List;

/** The IAM role of one Kubernetes service account. */
public final class ServiceAccountRole extends Room {

    private final Role role;

    private ServiceAccountRole(
            String name, Identity identity, String namespace, String serviceAccount, ComponentResourceOptions options) {
        super("cluster:ServiceAccountRole", name, options);
        role = new Role(
                name,
                RoleArgs.builder()
                        .description("Service account %s in namespace %s".formatted(serviceAccount, namespace))
                        .assumeRolePolicy(identity.trust(namespace, serviceAccount))
                        .build(),
                inside());
    }

    /** A role with one of AWS's own policies, e.g. {@code AmazonEKS_CNI_Policy}; {@code statements} come on top. */
    public static ServiceAccountRole managed(
            String name,
            Identity identity,
            String namespace,
            String serviceAccount,
            String policy,
            List<Statement> statements,
            ComponentResourceOptions options) {
        var account = new ServiceAccountRole(name, identity, namespace, serviceAccount, options);
        new RolePolicyAttachment(
                name,
                RolePolicyAttachmentArgs.builder()
                        .role(account.role.name())
                        .policyArn("arn:aws:iam::aws:policy/" + policy)
                        .build(),
                account.inside());
        account.allow(name, statements);
        return account;
    }

    /** A role that may do what the statements say. */
    public static ServiceAccountRole of(
            String name,
            Identity identity,
            String namespace,
            String serviceAccount,
            List<Statement> statements,
            ComponentResourceOptions options) {
        var account = new ServiceAccountRole(name, identity, namespace, serviceAccount, options);
        account.allow(name, statements);
        return account;
    }

    public Output<String> arn() {
        return role.arn();
    }

    private void allow(String name, List<Statement> statements) {
        if (!statements.isEmpty()) {
            new RolePolicy(
                    name,
                    RolePolicyArgs.builder()
                            .role(role.id())
                            .policy(PolicyDocument.of(statements))
                            .build(),
                    inside());
        }
        finished();
    }
}
