package dev.palisade.platform.workload;

import com.pulumi.kubernetes.core.v1.LimitRange;
import com.pulumi.kubernetes.core.v1.LimitRangeArgs;
import com.pulumi.kubernetes.core.v1.ResourceQuota;
import com.pulumi.kubernetes.core.v1.ResourceQuotaArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceQuotaSpecArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.kubernetes.ContainerLimits;
import dev.palisade.platform.room.Room;
import java.util.Map;

/** What the namespace may take of the cluster in all, and what a container gets that asks for nothing. */
final class NamespaceLimits extends Room {

    NamespaceLimits(int maxReplicas, Resource namespace, ComponentResourceOptions options) {
        super("workload:NamespaceLimits", "namespace-limits", options);
        // One pod more than may run: a rolling update starts the new one first.
        var pods = maxReplicas + 1;
        new ResourceQuota(
                "service",
                ResourceQuotaArgs.builder()
                        .metadata(Labels.metadata(Labels.NAME))
                        .spec(ResourceQuotaSpecArgs.builder()
                                .hard(Map.of(
                                        "pods", String.valueOf(pods),
                                        "requests.cpu", pods + "",
                                        "requests.memory", pods + "Gi",
                                        "limits.cpu", 2 * pods + "",
                                        "limits.memory", pods + "Gi",
                                        "services.loadbalancers", "0",
                                        "services.nodeports", "0"))
                                .build())
                        .build(),
                inside(namespace));
        new LimitRange(
                "service",
                LimitRangeArgs.builder()
                        .metadata(Labels.metadata(Labels.NAME))
                        .spec(ContainerLimits.atMost("2", "1Gi"))
                        .build(),
                inside(namespace));
        finished();
    }
}
