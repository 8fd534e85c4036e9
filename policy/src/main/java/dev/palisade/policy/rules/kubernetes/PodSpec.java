package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** The pod of a workload, the same to look at whatever kind of workload it is. */
record PodSpec(Resource workload, Value metadata, Value spec) {
    private static final Property METADATA = Property.of(Workloads.POD, "metadata");
    private static final Property SPEC = Property.of(Workloads.POD, "spec");
    private static final Property LABELS = Property.of(Workloads.POD, "metadata.labels");
    private static final Property CONTAINERS = Property.of(Workloads.POD, "spec.containers");
    private static final Property INIT_CONTAINERS = Property.of(Workloads.POD, "spec.initContainers");
    private static final Property EPHEMERAL_CONTAINERS = Property.of(Workloads.POD, "spec.ephemeralContainers");

    static PodSpec of(Resource workload) {
        Value pod = Workloads.pod(workload);
        return new PodSpec(workload, pod.get(METADATA), pod.get(SPEC));
    }

    /** A property by its path in a pod: {@code spec.securityContext.runAsUser}. */
    Value get(Property property) {
        return Paths.follow(spec, property, 1);
    }

    Value labels() {
        return metadata.get(LABELS);
    }

    String namespace() {
        return Metadata.namespace(workload);
    }

    /** Every container: those of the service, the initial ones and the ephemeral ones. */
    List<Container> containers() {
        List<Container> all = new ArrayList<>(services());
        all.addAll(initial());
        spec.get(EPHEMERAL_CONTAINERS).items().forEach(value -> all.add(new Container(this, value)));
        return all;
    }

    /** The containers that serve. A pod without any is judged as if it had one about which nothing is said. */
    List<Container> services() {
        List<Value> values = spec.get(CONTAINERS).items();
        return (values.isEmpty() ? List.of(Value.missing()) : values)
                .stream().map(value -> new Container(this, value)).toList();
    }

    /** The containers that run as long as the pod does: those that serve, and initial ones that are always restarted. */
    List<Container> lasting() {
        // A container's restartPolicy is newer than the SDK.
        List<Container> all = new ArrayList<>(services());
        initial().stream()
                .filter(container -> container.value().field("restartPolicy").is("Always") == Truth.TRUE)
                .forEach(all::add);
        return all;
    }

    private List<Container> initial() {
        return spec.get(INIT_CONTAINERS).items().stream()
                .map(value -> new Container(this, value))
                .toList();
    }
}
