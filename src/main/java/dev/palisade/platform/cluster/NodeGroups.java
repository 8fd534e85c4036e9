package dev.palisade.platform.cluster;

import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMonitoringArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateNetworkInterfaceArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupLaunchTemplateArgs;
import com.pulumi.aws.eks.inputs.NodeGroupNodeRepairConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.iam.TrustPolicy;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.network.Network;
import dev.palisade.platform.network.Tier;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Managed nodes in the private subnets: Bottlerocket on encrypted volumes, metadata out of the pods' reach. Each zone
 * has a group of its own: EKS replaces a group whose subnets change, and a volume needs its node in its own zone.
 */
public final class NodeGroups extends Room {

    private static final int SYSTEM_VOLUME_SIZE = 4;

    private final StackSettings settings;
    /** Builds the nodes after the add-ons without which a node never becomes ready. */
    public NodeGroups(
            StackSettings settings,
            Network network,
            Cluster cluster,
            EncryptionKey volumesKey,
            Resource networking,
            ComponentResourceOptions options) {
        super("cluster:NodeGroups", "nodes", options);
        this.settings = settings;
        var role = new Role(
                "node",
                RoleArgs.builder()
                        .description("EKS nodes")
                        .assumeRolePolicy(TrustPolicy.instances())
                        .build(),
                inside());
        var join = attach(role, "AmazonEKSWorkerNodePolicy");
        var pull = attach(role, "AmazonEC2ContainerRegistryPullOnly");
        var template = template(network, volumesKey);
        var nodes = settings.nodes();
        var zones = settings.network().zones().size();
        network.subnetsByZone(Tier.PRIVATE)
                .forEach((zone, subnet) -> new NodeGroup(
                        "nodes-" + zone,
                        NodeGroupArgs.builder()
                                .clusterName(cluster.name())
                                .version(settings.cluster().version())
                                .nodeRoleArn(role.arn())
                                .subnetIds(subnet.id().applyValue(List::of))
                                .amiType("BOTTLEROCKET_x86_64")
                                .capacityType("ON_DEMAND")
                                .instanceTypes(nodes.instanceTypes())
                                .launchTemplate(NodeGroupLaunchTemplateArgs.builder()
                                        .id(template.id())
                                        .version(template.latestVersion().applyValue(String::valueOf))
                                        .build())
                                .scalingConfig(NodeGroupScalingConfigArgs.builder()
                                        .minSize(share(nodes.min(), zones))
                                        .desiredSize(share(nodes.min(), zones))
                                        .maxSize(share(nodes.max(), zones))
                                        .build())
                                .updateConfig(NodeGroupUpdateConfigArgs.builder()
                                        .maxUnavailablePercentage(33)
                                        .build())
                                .nodeRepairConfig(NodeGroupNodeRepairConfigArgs.builder()
                                        .enabled(true)
                                        .build())
                                .tags(Map.of("Name", settings.name() + "-nodes-" + zone))
                                .build(),
                        CustomResourceOptions.merge(
                                inside(cluster.controlPlane(), join, pull, networking),
                                CustomResourceOptions.builder()
                                        // Once running, the count belongs to whatever scales the group.
                                        .ignoreChanges("scalingConfig.desiredSize")
                                        .build())));
        finished();
    }

    /** A zone's part of the nodes, rounded up. */
    private static int share(int nodes, int zones) {
        return (nodes + zones - 1) / zones;
    }

    private RolePolicyAttachment attach(Role role, String policy) {
        return new RolePolicyAttachment(
                "node-" + policy,
                RolePolicyAttachmentArgs.builder()
                        .role(role.name())
                        .policyArn("arn:aws:iam::aws:policy/" + policy)
                        .build(),
                inside());
    }

    private LaunchTemplate template(Network network, EncryptionKey volumesKey) {
        var name = Map.of("Name", settings.name() + "-node");
        return new LaunchTemplate(
                "node",
                LaunchTemplateArgs.builder()
                        .description("EKS nodes of " + settings.name())
                        .updateDefaultVersion(true)
                        .ebsOptimized("true")
                        .metadataOptions(LaunchTemplateMetadataOptionsArgs.builder()
                                .httpEndpoint("enabled")
                                .httpTokens("required")
                                // A packet from a pod has used up its only hop at the node.
                                .httpPutResponseHopLimit(1)
                                .instanceMetadataTags("disabled")
                                .build())
                        .monitoring(LaunchTemplateMonitoringArgs.builder()
                                .enabled(true)
                                .build())
                        .networkInterfaces(LaunchTemplateNetworkInterfaceArgs.builder()
                                .deviceIndex(0)
                                .associatePublicIpAddress("false")
                                .deleteOnTermination("true")
                                .securityGroups(
                                        network.securityGroups().nodes().id().applyValue(List::of))
                                .build())
                        .blockDeviceMappings(
                                volume("/dev/xvda", SYSTEM_VOLUME_SIZE, volumesKey),
                                volume("/dev/xvdb", settings.nodes().volumeSize(), volumesKey))
                        .tagSpecifications(Stream.of("instance", "volume", "network-interface")
                                .map(kind -> LaunchTemplateTagSpecificationArgs.builder()
                                        .resourceType(kind)
                                        .tags(name)
                                        .build())
                                .toList())
                        .build(),
                inside());
    }

    private static LaunchTemplateBlockDeviceMappingArgs volume(String device, int size, EncryptionKey key) {
        return LaunchTemplateBlockDeviceMappingArgs.builder()
                .deviceName(device)
                .ebs(LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                        .volumeType("gp3")
                        .volumeSize(size)
                        .encrypted("true")
                        .kmsKeyId(key.arn())
                        .deleteOnTermination("true")
                        .build())
                .build();
    }
}
