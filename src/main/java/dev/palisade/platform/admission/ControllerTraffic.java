package dev.palisade.platform.admission;

import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyEgressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.cluster.Cluster;
import dev.palisade.platform.kubernetes.NetworkRules;
import dev.palisade.platform.network.CidrPlan;
import dev.palisade.platform.network.Ports;
import dev.palisade.platform.network.Tier;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.Map;

/** Who may talk to the policy-controller, and whom it asks about signatures; everything else is denied. */
final class ControllerTraffic extends Room {

    ControllerTraffic(StackSettings settings, CidrPlan plan, Resource namespace, ComponentResourceOptions options) {
        super("admission:ControllerTraffic", "controller-traffic", options);
        var toApiService = NetworkRules.to(Cluster.apiService(), Ports.HTTPS);
        var toApi = NetworkRules.to(plan.tier(Tier.INTRA), Ports.HTTPS);
        new NetworkPolicy(
                "admission-default-deny",
                NetworkPolicyArgs.builder()
                        .metadata(ControllerNamespace.metadata("default-deny"))
                        .spec(NetworkRules.denyAll())
                        .build(),
                inside(namespace));
        new NetworkPolicy(
                "policy-controller",
                NetworkPolicyArgs.builder()
                        .metadata(ControllerNamespace.metadata("policy-controller"))
                        .spec(NetworkPolicySpecArgs.builder()
                                .podSelector(labelled("app.kubernetes.io/name", "policy-controller"))
                                .policyTypes("Ingress", "Egress")
                                .ingress(settings.network().zones().stream()
                                        .map(zone -> NetworkRules.from(
                                                plan.subnet(Tier.INTRA, zone), Ports.SIGNATURE_WEBHOOK))
                                        .toList())
                                .egress(
                                        NetworkRules.toDns(),
                                        toApiService,
                                        toApi,
                                        // The endpoints of ECR and STS.
                                        NetworkRules.to(plan.tier(Tier.PRIVATE), Ports.HTTPS),
                                        // Layers in S3, and Sigstore's roots of trust and its log.
                                        NetworkRules.toInternet())
                                .build())
                        .build(),
                inside(namespace));
        cleanUp(namespace, toApiService, toApi);
        finished();
    }

    /** The job that the chart runs when it is taken down deletes leases, and does nothing else. */
    private void cleanUp(Resource namespace, NetworkPolicyEgressRuleArgs... toApi) {
        new NetworkPolicy(
                "leases-cleanup",
                NetworkPolicyArgs.builder()
                        .metadata(ControllerNamespace.metadata("leases-cleanup"))
                        .spec(NetworkPolicySpecArgs.builder()
                                .podSelector(labelled("batch.kubernetes.io/job-name", "leases-cleanup"))
                                .policyTypes("Ingress", "Egress")
                                .egress(toApi)
                                .build())
                        .build(),
                inside(namespace));
    }

    private static LabelSelectorArgs labelled(String label, String value) {
        return LabelSelectorArgs.builder().matchLabels(Map.of(label, value)).build();
    }
}
