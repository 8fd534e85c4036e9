package dev.palisade.platform.workload;

import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyEgressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.kubernetes.NetworkRules;
import dev.palisade.platform.network.Cidr;
import dev.palisade.platform.network.CidrPlan;
import dev.palisade.platform.network.Ports;
import dev.palisade.platform.network.Tier;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.stream.Stream;

/** Who may talk to the service's pods, and whom they may talk to; everything else is denied. */
final class NetworkPolicies extends Room {

    NetworkPolicies(StackSettings settings, CidrPlan plan, Resource namespace, ComponentResourceOptions options) {
        super("workload:NetworkPolicies", "network-policies", options);
        new NetworkPolicy(
                "default-deny",
                NetworkPolicyArgs.builder()
                        .metadata(Labels.metadata("default-deny"))
                        .spec(NetworkRules.denyAll())
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
                                        .map(zone -> NetworkRules.from(plan.subnet(Tier.PUBLIC, zone), Ports.SERVICE))
                                        .toList())
                                .egress(egress(settings, plan))
                                .build())
                        .build(),
                inside(namespace));
        finished();
    }

    private static List<NetworkPolicyEgressRuleArgs> egress(StackSettings settings, CidrPlan plan) {
        var issuer = settings.service().auth().keySetCidrs().stream()
                .map(cidr -> NetworkRules.to(Cidr.parse(cidr), Ports.HTTPS));
        var always = Stream.of(NetworkRules.toDns(), NetworkRules.to(plan.tier(Tier.DATA), Ports.DATABASE));
        return Stream.concat(always, issuer).toList();
    }
}
