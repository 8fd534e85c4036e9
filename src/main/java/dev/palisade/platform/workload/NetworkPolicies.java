package dev.palisade.platform.workload;

import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IPBlockArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyEgressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyIngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPeerArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPortArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.network.Cidr;
import dev.palisade.platform.network.CidrPlan;
import dev.palisade.platform.network.Ports;
import dev.palisade.platform.network.Tier;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may talk to the service's pods, and whom they may talk to; everything else is denied. */
final class NetworkPolicies extends Room {

    NetworkPolicies(StackSettings settings, CidrPlan plan, Resource namespace, ComponentResourceOptions options) {
        super("workload:NetworkPolicies", "network-policies", options);
        new NetworkPolicy(
                "default-deny",
                NetworkPolicyArgs.builder()
                        .metadata(Labels.metadata("default-deny"))
                        .spec(NetworkPolicySpecArgs.builder()
                                .podSelector(LabelSelectorArgs.builder().build())
                                .policyTypes("Ingress", "Egress")
                                .build())
                        .build(),
                inside(namespace));
        new NetworkPolicy(
                "service",
                NetworkPolicyArgs.builder()
                        .metadata(Labels.metadata("service"))
                        .spec(NetworkPolicySpecArgs.builder()
                                .podSelector(Labels.selector())
                                .policyTypes("Ingress", "Egress")
                                .ingress(settings.network().zones().stream()
                                        .map(zone -> fromLoadBalancer(plan.subnet(Tier.PUBLIC, zone)))
                                        .toList())
                                .egress(egress(settings, plan))
                                .build())
                        .build(),
                inside(namespace));
        finished();
    }

    private static List<NetworkPolicyEgressRuleArgs> egress(StackSettings settings, CidrPlan plan) {
        var issuer = settings.service().auth().keySetCidrs().stream().map(cidr -> to(Cidr.parse(cidr), Ports.HTTPS));
        var always = Stream.of(toDns(), to(plan.tier(Tier.DATA), Ports.DATABASE));
        return Stream.concat(always, issuer).toList();
    }

    private static NetworkPolicyIngressRuleArgs fromLoadBalancer(Cidr subnet) {
        return NetworkPolicyIngressRuleArgs.builder()
                .from(block(subnet))
                .ports(port("TCP", Ports.SERVICE))
                .build();
    }

    private static NetworkPolicyEgressRuleArgs toDns() {
        return NetworkPolicyEgressRuleArgs.builder()
                .to(NetworkPolicyPeerArgs.builder()
                        .namespaceSelector(LabelSelectorArgs.builder()
                                .matchLabels(Map.of("kubernetes.io/metadata.name", "kube-system"))
                                .build())
                        .podSelector(LabelSelectorArgs.builder()
                                .matchLabels(Map.of("k8s-app", "kube-dns"))
                                .build())
                        .build())
                .ports(port("UDP", Ports.DNS), port("TCP", Ports.DNS))
                .build();
    }

    private static NetworkPolicyEgressRuleArgs to(Cidr peer, int port) {
        return NetworkPolicyEgressRuleArgs.builder()
                .to(block(peer))
                .ports(port("TCP", port))
                .build();
    }

    private static NetworkPolicyPeerArgs block(Cidr cidr) {
        return NetworkPolicyPeerArgs.builder()
                .ipBlock(IPBlockArgs.builder().cidr(cidr.toString()).build())
                .build();
    }

    private static NetworkPolicyPortArgs port(String protocol, int port) {
        return NetworkPolicyPortArgs.builder().protocol(protocol).port(port).build();
    }
}
