package dev.palisade.platform.cluster;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.kubernetes.helm.v3.inputs.RepositoryOptsArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.network.Network;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Map;

/**
 * The AWS Load Balancer Controller, which does nothing here but fill one target group with pods. What needs its custom
 * resources depends on this component.
 */
public final class LoadBalancerController extends Room {

    private static final String CHART_VERSION = "1.14.1";
    private static final String NAMESPACE = "kube-system";
    private static final String SERVICE_ACCOUNT = "aws-load-balancer-controller";

    /** The chart sets none by itself. */
    private static final Map<String, Object> RESOURCES = Map.of(
            "requests", Map.of("cpu", "100m", "memory", "128Mi"), "limits", Map.of("cpu", "500m", "memory", "512Mi"));

    /** Installs the controller with the right to change the given target group and no other. */
    public LoadBalancerController(
            StackSettings settings,
            Network network,
            Cluster cluster,
            Identity identity,
            Output<String> targetGroupArn,
            Resource nodes,
            ComponentResourceOptions options) {
        super("cluster:LoadBalancerController", "load-balancer-controller", options);
        var role = ServiceAccountRole.of(
                "load-balancer-controller",
                identity,
                NAMESPACE,
                SERVICE_ACCOUNT,
                List.of(
                        Statement.allow("Look")
                                .actions(
                                        "ec2:DescribeVpcs",
                                        "ec2:DescribeSecurityGroups",
                                        "ec2:DescribeInstances",
                                        "elasticloadbalancing:DescribeTargetGroups",
                                        "elasticloadbalancing:DescribeTargetHealth")
                                // Describe calls know no resources.
                                .on("*")
                                .when(
                                        "StringEquals",
                                        "aws:RequestedRegion",
                                        settings.account().region()),
                        Statement.allow("FillTargetGroup")
                                .actions(
                                        "elasticloadbalancing:ModifyTargetGroup",
                                        "elasticloadbalancing:ModifyTargetGroupAttributes",
                                        "elasticloadbalancing:RegisterTargets",
                                        "elasticloadbalancing:DeregisterTargets")
                                .on(List.of(targetGroupArn))),
                nested());
        new Release(
                "load-balancer-controller",
                ReleaseArgs.builder()
                        .name("aws-load-balancer-controller")
                        .namespace(NAMESPACE)
                        .chart("aws-load-balancer-controller")
                        .version(CHART_VERSION)
                        .repositoryOpts(RepositoryOptsArgs.builder()
                                .repo("https://aws.github.io/eks-charts")
                                .build())
                        .atomic(true)
                        .cleanupOnFail(true)
                        .values(values(settings, network, role).applyValue(map -> map))
                        .build(),
                inside(nodes));
        finished();
    }

    private static Output<Map<String, Object>> values(
            StackSettings settings, Network network, ServiceAccountRole role) {
        return Output.tuple(network.vpc().id(), role.arn())
                .applyValue(ids -> Map.of(
                        "clusterName",
                        settings.name(),
                        // Given, because the metadata service is out of a pod's reach.
                        "region",
                        settings.account().region(),
                        "vpcId",
                        ids.t1,
                        "replicaCount",
                        2,
                        "enableShield",
                        false,
                        "enableWaf",
                        false,
                        "enableWafv2",
                        false,
                        "enableServiceMutatorWebhook",
                        false,
                        "resources",
                        RESOURCES,
                        "serviceAccount",
                        Map.of("name", SERVICE_ACCOUNT, "annotations", Map.of("eks.amazonaws.com/role-arn", ids.t2))));
    }
}
