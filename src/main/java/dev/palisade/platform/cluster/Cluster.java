package dev.palisade.platform.cluster;

import com.pulumi.aws.Provider;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.eks.EksCluster;
import dev.palisade.platform.eks.EksClusterArgs;
import dev.palisade.platform.iam.TrustPolicy;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.kms.KeyUse;
import dev.palisade.platform.network.Cidr;
import dev.palisade.platform.network.ControlPlaneAccess;
import dev.palisade.platform.network.Network;
import dev.palisade.platform.network.Tier;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/** The control plane, who may call it, and the Kubernetes provider that speaks to it. */
public final class Cluster extends Room {

    /** Addresses of Services; apart from the VPC's block and from every private range it may peer with. */
    static final String SERVICE_CIDR = "172.20.0.0/16";

    private static final List<String> LOG_TYPES =
            List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

    private final StackSettings settings;
    private final LogGroup logs;
    private final EksCluster eks;
    private final com.pulumi.kubernetes.Provider kubernetes;

    /** Builds the cluster into the network's intra tier, with the AWS provider that its component shall use. */
    public Cluster(
            StackSettings settings,
            Network network,
            EncryptionKey logsKey,
            Provider aws,
            ComponentResourceOptions options) {
        super("cluster:Cluster", "cluster", options);
        this.settings = settings;
        // EKS would make the group itself, without a key and for ever.
        logs = new LogGroup(
                "control-plane",
                LogGroupArgs.builder()
                        .name("/aws/eks/" + settings.name() + "/cluster")
                        .kmsKeyId(logsKey.arn())
                        .retentionInDays(settings.operations().logRetentionDays())
                        .build(),
                insideProtected(settings.operations().protectData()));
        var role = new Role(
                "control-plane",
                RoleArgs.builder()
                        .description("The EKS control plane")
                        .assumeRolePolicy(TrustPolicy.service(
                                "eks.amazonaws.com", settings.account().id()))
                        .build(),
                inside());
        var rights = new RolePolicyAttachment(
                "control-plane",
                RolePolicyAttachmentArgs.builder()
                        .role(role.name())
                        .policyArn("arn:aws:iam::aws:policy/AmazonEKSClusterPolicy")
                        .build(),
                inside());
        var secretsKey = new EncryptionKey(
                "secrets",
                "Kubernetes secrets at rest",
                settings,
                List.of(KeyUse.byClusterRole(role.arn()), KeyUse.grantedTo("eks", settings)),
                nested());
        eks = new EksCluster(
                settings.name(),
                new EksClusterArgs(
                        settings.name(),
                        settings.cluster().version(),
                        network.vpc().id(),
                        network.subnetIds(Tier.INTRA),
                        role,
                        secretsKey.arn(),
                        LOG_TYPES,
                        settings.cluster().apiCidrs(),
                        SERVICE_CIDR),
                ComponentResourceOptions.builder()
                        .parent(this)
                        .providers(aws)
                        .dependsOn(logs, rights, network.securityGroups().nodes())
                        .protect(settings.operations().protectData())
                        .build());
        new ControlPlaneAccess(settings, network.securityGroups(), eks.clusterSecurityGroupId(), nested());
        var access = new Access(settings, eks, nested());
        kubernetes = new com.pulumi.kubernetes.Provider(
                "kubernetes",
                ProviderArgs.builder()
                        .kubeconfig(kubeconfig())
                        .enableServerSideApply(true)
                        .build(),
                inside(access));
        finished();
    }

    /** The cluster's name; add {@link #controlPlane} to what needs the cluster to stand. */
    public String name() {
        return settings.name();
    }

    /** The Service by which pods reach the Kubernetes API: always the first address of them. */
    public static Cidr apiService() {
        return Cidr.parse(SERVICE_CIDR).block(32, 1);
    }

    /** What must stand before anything is added to the cluster. */
    public Resource controlPlane() {
        return eks;
    }

    public Output<String> issuer() {
        return eks.oidcProviderUrl();
    }

    /** Tells how to reach the cluster; a secret, though the credential comes from the caller's own AWS session. */
    public Output<String> kubeconfig() {
        return eks.kubeconfigJson().asSecret();
    }

    public com.pulumi.kubernetes.Provider kubernetes() {
        return kubernetes;
    }

    /** Where the control plane logs to. */
    public LogGroup logs() {
        return logs;
    }
}
