package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Set;

@PolicyInfo(
        title = "Nodes come from the node groups of the stack alone",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.X3, Row.A2},
        controls = {"CIS EKS 5.1.3", "NIST 800-53 CM-8", "NIST 800-53 CM-2", "PCI DSS 2.2.1", "SOC 2 CC6.8"},
        why =
                "EKS Auto Mode, hybrid nodes and Fargate bring machines that no launch template, group or detector of the stack knows.",
        remedy =
                "Leave computeConfig, storageConfig, elasticLoadBalancing and remoteNetworkConfig out; add a node group.",
        snippet =
                "NodeGroupArgs.builder().clusterName(cluster.name()).nodeRoleArn(node.arn()).subnetIds(privateSubnetIds)")
public final class NodesAreOfTheStack implements ResourcePolicy {
    private static final String FARGATE = "aws:eks/fargateProfile:FargateProfile";
    private static final Map<Property, String> MODES = Map.of(
            Property.of(Clusters.CLUSTER, "computeConfig.enabled"),
            "lets EKS make nodes of its own",
            Property.of(Clusters.CLUSTER, "storageConfig.blockStorage.enabled"),
            "lets EKS make volumes of its own",
            Property.of(Clusters.CLUSTER, "kubernetesNetworkConfig.elasticLoadBalancing.enabled"),
            "lets EKS make load balancers of its own");
    private static final Property REMOTE = Property.of(Clusters.CLUSTER, "remoteNetworkConfig");
    private static final Property OUTPOST = Property.of(Clusters.CLUSTER, "outpostConfig");
    private static final Property TYPE = Property.of(AccessPolicies.ENTRY, "type");

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER, FARGATE, AccessPolicies.ENTRY);
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(FARGATE)) {
            return Verdict.fail("runs pods where no agent, template or group of the stack is");
        }
        if (resource.is(AccessPolicies.ENTRY)) {
            Value type = resource.get(TYPE);
            return Verdict.require(
                    type.isPresent().not().or(() -> type.is("STANDARD")),
                    "lets machines join that no node group made: type is not STANDARD");
        }
        Verdict verdict = Verdict.require(
                        resource.get(REMOTE).isPresent().not(),
                        "takes nodes and pods of other networks: remoteNetworkConfig")
                .and(Verdict.require(
                        resource.get(OUTPOST).isPresent().not(), "runs outside of the region: outpostConfig"));
        for (Map.Entry<Property, String> mode : MODES.entrySet()) {
            verdict = verdict.and(Verdict.require(
                    resource.get(mode.getKey()).isTrue().not(), mode.getValue() + ": " + mode.getKey()));
        }
        return verdict;
    }
}
