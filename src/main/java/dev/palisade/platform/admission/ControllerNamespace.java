package dev.palisade.platform.admission;

import com.pulumi.kubernetes.core.v1.LimitRange;
import com.pulumi.kubernetes.core.v1.LimitRangeArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.ResourceQuota;
import com.pulumi.kubernetes.core.v1.ResourceQuotaArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceQuotaSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.kubernetes.ContainerLimits;
import dev.palisade.platform.kubernetes.PodSecurity;
import dev.palisade.platform.network.CidrPlan;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.Map;

/** The namespace of the policy-controller, bounded and closed like the service's. */
final class ControllerNamespace extends Room {

    static final String NAME = "cosign-system";

    ControllerNamespace(StackSettings settings, CidrPlan plan, ComponentResourceOptions options) {
        super("admission:ControllerNamespace", "controller-namespace", options);
        var namespace = new Namespace(
                "admission",
                NamespaceArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name(NAME)
                                // The chart's clean-up job can't be told to keep to "restricted".
                                .labels(PodSecurity.labels("baseline", settings))
                                .build())
                        .build(),
                inside());
        new ResourceQuota(
                "admission",
                ResourceQuotaArgs.builder()
                        .metadata(metadata("quota"))
                        .spec(ResourceQuotaSpecArgs.builder()
                                .hard(Map.of(
                                        "pods", "4",
                                        "requests.cpu", "1",
                                        "requests.memory", "1Gi",
                                        "limits.cpu", "2",
                                        "limits.memory", "2Gi",
                                        "services.loadbalancers", "0",
                                        "services.nodeports", "0"))
                                .build())
                        .build(),
                inside(namespace));
        new LimitRange(
                "admission",
                LimitRangeArgs.builder()
                        .metadata(metadata("limits"))
                        .spec(ContainerLimits.atMost("1", "1Gi"))
                        .build(),
                inside(namespace));
        new ControllerTraffic(settings, plan, namespace, nested());
        finished();
    }

    /** Metadata of an object in this namespace. */
    static ObjectMetaArgs metadata(String name) {
        return ObjectMetaArgs.builder().name(name).namespace(NAME).build();
    }
}
