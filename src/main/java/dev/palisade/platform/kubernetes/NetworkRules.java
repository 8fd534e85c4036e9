package dev.palisade.platform.kubernetes;

import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IPBlockArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyEgressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyIngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPeerArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPortArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import dev.palisade.platform.network.Cidr;
import dev.palisade.platform.network.Ports;
import java.util.List;
import java.util.Map;

/** The rules that network policies are made of: each names its peer and one port. */
public final class NetworkRules {

    /** What is not the internet: private, shared and link-local ranges, the metadata service among them. */
    private static final List<String> NOT_INTERNET =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8");

    private NetworkRules() {}

    /** The policy of a namespace whose pods talk to nobody, unless another policy lets them. */
    public static NetworkPolicySpecArgs denyAll() {
        return NetworkPolicySpecArgs.builder()
                .podSelector(LabelSelectorArgs.builder().build())
                .policyTypes("Ingress", "Egress")
                .build();
    }

    /** TCP from a block of addresses. */
    public static NetworkPolicyIngressRuleArgs from(Cidr block, int port) {
        return NetworkPolicyIngressRuleArgs.builder()
                .from(peer(block))
                .ports(port("TCP", port))
                .build();
    }

    /** TCP to a block of addresses. */
    public static NetworkPolicyEgressRuleArgs to(Cidr block, int port) {
        return NetworkPolicyEgressRuleArgs.builder()
                .to(peer(block))
                .ports(port("TCP", port))
                .build();
    }

    /** HTTPS to the internet, and to nothing that is nearer. */
    public static NetworkPolicyEgressRuleArgs toInternet() {
        return NetworkPolicyEgressRuleArgs.builder()
                .to(NetworkPolicyPeerArgs.builder()
                        .ipBlock(IPBlockArgs.builder()
                                .cidr("0.0.0.0/0")
                                .except(NOT_INTERNET)
                                .build())
                        .build())
                .ports(port("TCP", Ports.HTTPS))
                .build();
    }

    /** Names, asked of the cluster's own resolver; long answers come over TCP. */
    public static NetworkPolicyEgressRuleArgs toDns() {
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

    private static NetworkPolicyPeerArgs peer(Cidr block) {
        return NetworkPolicyPeerArgs.builder()
                .ipBlock(IPBlockArgs.builder().cidr(block.toString()).build())
                .build();
    }

    private static NetworkPolicyPortArgs port(String protocol, int port) {
        return NetworkPolicyPortArgs.builder().protocol(protocol).port(port).build();
    }
}
