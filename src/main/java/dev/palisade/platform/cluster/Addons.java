package dev.palisade.platform.cluster;

import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.AddonArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.KubernetesVersion;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/** EKS add-ons in pinned versions: those that nodes need come before the nodes, the others after. */
public final class Addons extends Room {

    private static final String KUBE_SYSTEM = "kube-system";

    /** The secrets driver's configuration: what is mounted is kept as a Kubernetes secret too. */
    private static final String SYNCED_SECRETS = """
            {"secrets-store-csi-driver": {"syncSecret": {"enabled": true}}}
            """;

    /** The VPC CNI's configuration; a literal, because a map's order would differ from run to run. */
    private static final String NETWORK_POLICIES_AND_PREFIXES = """
            {
              "enableNetworkPolicy": "true",
              "env": {
                "AWS_VPC_K8S_CNI_EXTERNALSNAT": "true",
                "ENABLE_PREFIX_DELEGATION": "true",
                "WARM_PREFIX_TARGET": "1"
              },
              "nodeAgent": {"enablePolicyEventLogs": "true"}
            }
            """;

    private final Cluster cluster;
    private final KubernetesVersion version;

    private Addons(String name, StackSettings settings, Cluster cluster, ComponentResourceOptions options) {
        super("cluster:Addons", name, options);
        this.cluster = cluster;
        version = KubernetesVersion.of(settings.cluster().version());
    }

    /** What turns a machine into a ready node: pod network with network policies, Service routing. */
    public static Addons networking(
            StackSettings settings, Cluster cluster, Identity identity, ComponentResourceOptions options) {
        var addons = new Addons("networking-addons", settings, cluster, options);
        var role = ServiceAccountRole.managed(
                "vpc-cni", identity, KUBE_SYSTEM, "aws-node", "AmazonEKS_CNI_Policy", List.of(), addons.nested());
        addons.install(
                "vpc-cni",
                AddonArgs.builder()
                        .serviceAccountRoleArn(role.arn())
                        .configurationValues(NETWORK_POLICIES_AND_PREFIXES));
        addons.install("kube-proxy", AddonArgs.builder());
        addons.finished();
        return addons;
    }

    /** What runs on nodes: DNS, volumes, metrics and logs. */
    public static Addons services(
            StackSettings settings,
            Cluster cluster,
            Identity identity,
            EncryptionKey volumesKey,
            Resource nodes,
            ComponentResourceOptions options) {
        var addons = new Addons("service-addons", settings, cluster, options);
        addons.install("coredns", AddonArgs.builder(), nodes);
        addons.install("metrics-server", AddonArgs.builder(), nodes);
        addons.install("eks-pod-identity-agent", AddonArgs.builder(), nodes);
        var volumes = ServiceAccountRole.managed(
                "ebs-csi",
                identity,
                KUBE_SYSTEM,
                "ebs-csi-controller-sa",
                "service-role/AmazonEBSCSIDriverPolicy",
                useOf(volumesKey),
                addons.nested());
        addons.install("aws-ebs-csi-driver", AddonArgs.builder().serviceAccountRoleArn(volumes.arn()), nodes);
        var logs = ServiceAccountRole.managed(
                "cloudwatch-agent",
                identity,
                "amazon-cloudwatch",
                "cloudwatch-agent",
                "CloudWatchAgentServerPolicy",
                List.of(),
                addons.nested());
        addons.install(
                "aws-secrets-store-csi-driver-provider",
                AddonArgs.builder().configurationValues(SYNCED_SECRETS),
                nodes);
        addons.install("amazon-cloudwatch-observability", AddonArgs.builder().serviceAccountRoleArn(logs.arn()), nodes);
        addons.finished();
        return addons;
    }

    private void install(String name, AddonArgs.Builder args, Resource... after) {
        var dependencies = new Resource[after.length + 1];
        dependencies[0] = cluster.controlPlane();
        System.arraycopy(after, 0, dependencies, 1, after.length);
        new Addon(
                name,
                args.addonName(name)
                        .addonVersion(version.addon(name))
                        .clusterName(cluster.name())
                        .resolveConflictsOnCreate("OVERWRITE")
                        .resolveConflictsOnUpdate("OVERWRITE")
                        .preserve(false)
                        .build(),
                inside(dependencies));
    }

    private static List<Statement> useOf(EncryptionKey key) {
        return List.of(
                Statement.allow("EncryptVolumes")
                        .actions(
                                "kms:Decrypt",
                                "kms:DescribeKey",
                                "kms:GenerateDataKeyWithoutPlaintext",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo")
                        .on(List.of(key.arn())),
                Statement.allow("GrantVolumes")
                        .actions("kms:CreateGrant")
                        .on(List.of(key.arn()))
                        .when("Bool", "kms:GrantIsForAWSResource", "true"));
    }
}
