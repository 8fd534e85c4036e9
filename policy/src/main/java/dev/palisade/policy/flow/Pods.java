package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pods of one workload: alike to network policies and Services.
 *
 * @param labels empty where they are not known
 * @param ports the numbers of named container ports
 */
record Pods(
        String namespace,
        String workload,
        Optional<Map<String, String>> labels,
        Truth hostNetwork,
        Map<String, PortSet> ports) {
    /** What network policies see of them: equal for workloads that they cannot tell apart. */
    Object kind() {
        return List.of(namespace, labels, hostNetwork, ports);
    }

    String name() {
        return "pods/" + namespace + "/" + workload;
    }
}
