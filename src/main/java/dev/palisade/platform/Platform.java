package dev.palisade.platform;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import dev.palisade.platform.account.AccountBaseline;
import dev.palisade.platform.admission.Admission;
import dev.palisade.platform.cluster.Addons;
import dev.palisade.platform.cluster.Backup;
import dev.palisade.platform.cluster.Cluster;
import dev.palisade.platform.cluster.Identity;
import dev.palisade.platform.cluster.LoadBalancerController;
import dev.palisade.platform.cluster.NodeGroups;
import dev.palisade.platform.cluster.Storage;
import dev.palisade.platform.delivery.Delivery;
import dev.palisade.platform.edge.Edge;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.kms.KeyUse;
import dev.palisade.platform.network.Network;
import dev.palisade.platform.observability.Observability;
import dev.palisade.platform.settings.KubernetesVersion;
import dev.palisade.platform.settings.StackSettings;
import dev.palisade.platform.storage.AccessLogs;
import dev.palisade.platform.storage.Evidence;
import dev.palisade.platform.workload.DatabaseSecret;
import dev.palisade.platform.workload.Image;
import dev.palisade.platform.workload.Registry;
import dev.palisade.platform.workload.Workload;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole platform, wired from the network up to the service. */
final class Platform {

    Platform(Context context, StackSettings settings) {
        warnOfSupport(context, settings);
        var aws = aws(settings, context.stackName());
        var onAws = in(aws);

        var logsKey = new EncryptionKey("logs", "CloudWatch logs", settings, List.of(KeyUse.byLogs(settings)), onAws);
        var volumesKey =
                new EncryptionKey("volumes", "Volumes of nodes and pods", settings, volumeUses(settings), onAws);

        new AccountBaseline(volumesKey, onAws);
        var network = new Network(settings, logsKey, onAws);
        var cluster = new Cluster(settings, network, logsKey, aws, onAws);
        var identity = new Identity(cluster, onAws);
        var networking = Addons.networking(settings, cluster, identity, onAws);
        var nodes = new NodeGroups(settings, network, cluster, volumesKey, networking, onAws);
        var addons = Addons.services(settings, cluster, identity, volumesKey, nodes, onAws);

        new Storage(settings, volumesKey, addons, in(aws, cluster.kubernetes()));
        if (settings.operations().protectData()) {
            new Backup(settings, volumesKey, onAws);
        }

        var accessLogs = new AccessLogs(settings, onAws);
        var edge = new Edge(settings, network, logsKey, accessLogs, onAws);

        var onCluster = in(aws, cluster.kubernetes());
        var controller = new LoadBalancerController(
                settings, network, cluster, identity, edge.targetGroup().arn(), addons, onCluster);
        var registry = new Registry(settings, onAws);
        var evidence = new Evidence(settings, accessLogs, onAws);
        settings.operations()
                .githubRepository()
                .ifPresent(repository -> new Delivery(settings, repository, registry, evidence, onAws));
        var image = new Image(settings, registry, ComponentResourceOptions.Empty);
        var secret = new DatabaseSecret(settings, identity, onAws);
        var admission = settings.signer()
                .map(repository -> new Admission(
                        settings,
                        network.plan(),
                        repository,
                        identity,
                        registry,
                        image.reference(),
                        addons,
                        onCluster));
        new Workload(
                settings,
                network.plan(),
                image.reference(),
                edge.targetGroup(),
                secret,
                controller,
                admission,
                onCluster);

        var observability = new Observability(settings, cluster, edge, logsKey, accessLogs, onAws);

        context.export("url", Output.of(edge.url()));
        context.export("clusterName", Output.of(cluster.name()));
        context.export("kubeconfig", cluster.kubeconfig());
        context.export("repository", registry.url());
        context.export("dashboard", Output.of(observability.dashboardUrl()));
    }

    private static void warnOfSupport(Context context, StackSettings settings) {
        var version = KubernetesVersion.of(settings.cluster().version());
        if (version.endsSoon(LocalDate.now(ZoneOffset.UTC))) {
            var warning =
                    "Kubernetes %s leaves EKS's standard support on %s: set palisade:kubernetesVersion to a newer one"
                            .formatted(settings.cluster().version(), version.supportedUntil());
            context.log().warn(warning);
        }
    }

    /** The only AWS provider: it refuses any other account, and tags whatever can be tagged. */
    private static Provider aws(StackSettings settings, String stack) {
        return new Provider(
                "aws",
                ProviderArgs.builder()
                        .region(settings.account().region())
                        .allowedAccountIds(settings.account().id())
                        .defaultTags(ProviderDefaultTagsArgs.builder()
                                .tags(Map.of("Project", "palisade", "Stack", stack, "ManagedBy", "pulumi"))
                                .build())
                        .build(),
                CustomResourceOptions.Empty);
    }

    private static List<Statement> volumeUses(StackSettings settings) {
        var uses = new ArrayList<>(KeyUse.byAutoScaling(settings));
        uses.add(KeyUse.through("ec2", settings));
        return uses;
    }

    private static ComponentResourceOptions in(ProviderResource... providers) {
        return ComponentResourceOptions.builder().providers(providers).build();
    }
}
