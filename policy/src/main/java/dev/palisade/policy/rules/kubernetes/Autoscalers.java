package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;

/** Which autoscaler owns the number of a workload's pods. */
final class Autoscalers {
    private static final Property KIND = Property.of(ClusterObjects.AUTOSCALER, "spec.scaleTargetRef.kind");
    private static final Property NAME = Property.of(ClusterObjects.AUTOSCALER, "spec.scaleTargetRef.name");
    private static final Property MIN = Property.of(ClusterObjects.AUTOSCALER, "spec.minReplicas");

    private Autoscalers() {}

    /** Whether the autoscaler scales the workload, both being in one namespace. */
    static Truth scales(Resource autoscaler, Resource workload) {
        return autoscaler
                .get(KIND)
                .is(workload.type().substring(workload.type().lastIndexOf(':') + 1))
                .and(() -> autoscaler
                        .get(NAME)
                        .text()
                        .map(Metadata.name(workload)::is)
                        .orElse(Truth.UNKNOWN));
    }

    /** Whether two of one namespace scale the same. */
    static Truth rival(Resource one, Resource other) {
        return Truth.of(!one.urn().equals(other.urn())
                && one.get(NAME).text().isPresent()
                && one.get(NAME).text().equals(other.get(NAME).text())
                && one.get(KIND).text().equals(other.get(KIND).text()));
    }

    /** Whether one keeps two pods or more of the workload. */
    static Truth keepTwo(Resource workload, Graph graph) {
        return ClusterObjects.of(graph).autoscalers().any(Metadata.namespace(workload), autoscaler -> scales(
                        autoscaler, workload)
                .and(() -> autoscaler.get(MIN).atLeast(2)));
    }
}
