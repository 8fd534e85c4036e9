package dev.palisade.platform.kubernetes;

import com.pulumi.kubernetes.core.v1.inputs.LimitRangeItemArgs;
import com.pulumi.kubernetes.core.v1.inputs.LimitRangeSpecArgs;
import java.util.Map;

/** What a container of a namespace gets that asks for nothing, and the most that one may ask for. */
public final class ContainerLimits {

    private ContainerLimits() {}

    /** The same defaults everywhere, and at most so many CPUs and so much memory as Kubernetes quantities. */
    public static LimitRangeSpecArgs atMost(String cpu, String memory) {
        return LimitRangeSpecArgs.builder()
                .limits(LimitRangeItemArgs.builder()
                        .type("Container")
                        .defaultRequest(Map.of("cpu", "100m", "memory", "128Mi"))
                        .default_(Map.of("cpu", "500m", "memory", "512Mi"))
                        .max(Map.of("cpu", cpu, "memory", memory))
                        .build())
                .build();
    }
}
