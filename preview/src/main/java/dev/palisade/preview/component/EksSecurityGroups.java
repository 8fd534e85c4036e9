package dev.palisade.preview.component;

import dev.palisade.preview.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The component's default security groups: one for the control plane, one for nodes, and six rules. */
final class EksSecurityGroups {
    private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
    private static final String RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";

    private final String name;
    private final String parent;
    private final Arguments arguments;
    private final Registrar registrar;

    EksSecurityGroups(String name, String parent, Arguments arguments, Registrar registrar) {
        this.name = name;
        this.parent = parent;
        this.arguments = arguments;
        this.registrar = registrar;
    }

    Registered ofCluster() {
        var logicalName = name + "-eksClusterSecurityGroup";
        var group = group(logicalName, Tags.named(logicalName, arguments));
        rule("eksClusterInternetEgressRule", internet(group));
        return group;
    }

    /** What the component says of its groups; without default ones it names those that EKS makes. */
    Map<String, Tracked> outputs(Registered cluster, Optional<Registered> clusterGroup) {
        var outputs = new LinkedHashMap<String, Tracked>();
        if (clusterGroup.isEmpty()) {
            var made = EksCluster.output(cluster, "vpcConfig").field("clusterSecurityGroupId");
            outputs.put("clusterSecurityGroupId", made);
            outputs.put("nodeSecurityGroupId", made);
            outputs.put("clusterIngressRuleId", Tracked.text(""));
            return outputs;
        }
        var nodes = ofNodes(cluster);
        var ingress = between(clusterGroup.get(), nodes);
        outputs.put("clusterSecurityGroup", EksCluster.reference(clusterGroup.get()));
        outputs.put("clusterSecurityGroupId", EksCluster.id(clusterGroup.get()));
        outputs.put("nodeSecurityGroup", EksCluster.reference(nodes));
        outputs.put("nodeSecurityGroupId", EksCluster.id(nodes));
        outputs.put("eksClusterIngressRule", EksCluster.reference(ingress));
        outputs.put("clusterIngressRuleId", EksCluster.output(ingress, "securityGroupRuleId"));
        return outputs;
    }

    private Registered ofNodes(Registered cluster) {
        var logicalName = name + "-nodeSecurityGroup";
        var tags = Tags.named(logicalName, arguments);
        var owned = EksCluster.output(cluster, "name")
                .map(clusterName -> Wire.struct(tags.value().getStructValue().toBuilder()
                        .putFields("kubernetes.io/cluster/" + clusterName.getStringValue(), Wire.string("owned"))
                        .build()));
        return group(logicalName, owned);
    }

    private Registered between(Registered cluster, Registered nodes) {
        rule(
                "eksNodeIngressRule",
                ports(
                        "ingress",
                        "Allow nodes to communicate with each other",
                        "-1",
                        0,
                        0,
                        nodes,
                        "self",
                        Tracked.bool(true)));
        rule(
                "eksNodeClusterIngressRule",
                ports(
                        "ingress",
                        "Allow worker Kubelets and pods to receive communication from the cluster control plane",
                        "tcp",
                        1025,
                        65535,
                        nodes,
                        "sourceSecurityGroupId",
                        EksCluster.id(cluster)));
        rule(
                "eksExtApiServerClusterIngressRule",
                ports(
                        "ingress",
                        "Allow pods running extension API servers on port 443 to receive communication from cluster"
                                + " control plane",
                        "tcp",
                        443,
                        443,
                        nodes,
                        "sourceSecurityGroupId",
                        EksCluster.id(cluster)));
        rule("eksNodeInternetEgressRule", internet(nodes));
        return rule(
                "eksClusterIngressRule",
                ports(
                        "ingress",
                        "Allow pods to communicate with the cluster API Server",
                        "tcp",
                        443,
                        443,
                        cluster,
                        "sourceSecurityGroupId",
                        EksCluster.id(nodes)));
    }

    private Registered group(String logicalName, Tracked tags) {
        var inputs = new LinkedHashMap<String, Tracked>();
        inputs.put("description", Tracked.text("Managed by Pulumi"));
        inputs.put("revokeRulesOnDelete", Tracked.bool(true));
        inputs.put("tags", tags);
        inputs.put("vpcId", arguments.require("vpcId"));
        return registrar.register(Registration.resource(GROUP, logicalName, parent, inputs));
    }

    private Registered rule(String suffix, Map<String, Tracked> inputs) {
        return registrar.register(Registration.resource(RULE, name + "-" + suffix, parent, inputs));
    }

    private static Map<String, Tracked> internet(Registered group) {
        var everywhere = Tracked.list(Tracked.text("0.0.0.0/0"));
        return ports("egress", "Allow internet access.", "-1", 0, 0, group, "cidrBlocks", everywhere);
    }

    private static Map<String, Tracked> ports(
            String direction,
            String description,
            String protocol,
            int from,
            int to,
            Registered group,
            String peerProperty,
            Tracked peer) {
        return Map.of(
                "type",
                Tracked.text(direction),
                "description",
                Tracked.text(description),
                "protocol",
                Tracked.text(protocol),
                "fromPort",
                Tracked.number(from),
                "toPort",
                Tracked.number(to),
                "securityGroupId",
                EksCluster.id(group),
                peerProperty,
                peer);
    }
}
