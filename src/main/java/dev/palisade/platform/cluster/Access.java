package dev.palisade.platform.cluster;

import com.pulumi.aws.eks.AccessEntry;
import com.pulumi.aws.eks.AccessEntryArgs;
import com.pulumi.aws.eks.AccessPolicyAssociation;
import com.pulumi.aws.eks.AccessPolicyAssociationArgs;
import com.pulumi.aws.eks.inputs.AccessPolicyAssociationAccessScopeArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.ServiceSettings;
import dev.palisade.platform.settings.StackSettings;

/** Which IAM roles may call the Kubernetes API, and with which of EKS's access policies. */
final class Access extends Room {

    private static final String POLICIES = "arn:aws:eks::aws:cluster-access-policy/";

    private final StackSettings settings;
    private final Resource controlPlane;

    Access(StackSettings settings, Resource controlPlane, ComponentResourceOptions options) {
        super("cluster:Access", "access", options);
        this.settings = settings;
        this.controlPlane = controlPlane;
        var everywhere =
                AccessPolicyAssociationAccessScopeArgs.builder().type("cluster").build();
        var namespace = AccessPolicyAssociationAccessScopeArgs.builder()
                .type("namespace")
                .namespaces(ServiceSettings.NAMESPACE)
                .build();
        var cluster = settings.cluster();
        cluster.adminRoleArns().forEach(arn -> grant("admin", arn, "AmazonEKSClusterAdminPolicy", everywhere));
        cluster.deployerRoleArns().forEach(arn -> grant("deployer", arn, "AmazonEKSEditPolicy", namespace));
        cluster.readerRoleArns().forEach(arn -> grant("reader", arn, "AmazonEKSViewPolicy", everywhere));
        finished();
    }

    private void grant(String kind, String roleArn, String policy, AccessPolicyAssociationAccessScopeArgs scope) {
        var name = kind + "-" + roleArn.substring(roleArn.lastIndexOf('/') + 1);
        var entry = new AccessEntry(
                name,
                AccessEntryArgs.builder()
                        .clusterName(settings.name())
                        .principalArn(roleArn)
                        .type("STANDARD")
                        .build(),
                inside(controlPlane));
        new AccessPolicyAssociation(
                name,
                AccessPolicyAssociationArgs.builder()
                        .clusterName(settings.name())
                        .principalArn(entry.principalArn())
                        .policyArn(POLICIES + policy)
                        .accessScope(scope)
                        .build(),
                inside(entry));
    }
}
