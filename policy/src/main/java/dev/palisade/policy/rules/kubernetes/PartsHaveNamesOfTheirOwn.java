package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Containers, variables, volumes, mounts and ports have names and places of their own",
        severity = Severity.LOW,
        rows = {Row.C2, Row.C4},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 SI-10", "SOC 2 CC8.1"},
        why =
                "Of two variables of one name the last wins unseen; other parts of one name are refused, and a fix that is refused is never rolled out.",
        remedy = "Name each container, variable, volume and port once, and mount one volume at a path.",
        snippet = "ContainerPortArgs.builder().name(\"http\").containerPort(5000)")
public final class PartsHaveNamesOfTheirOwn implements ResourcePolicy {
    private static final Property CONTAINER = Property.of(Workloads.POD, "spec.containers[].name");
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property VOLUME = Property.of(Workloads.POD, "spec.volumes[].name");
    private static final Property MOUNTS = Property.of(Workloads.POD, "spec.containers[].volumeMounts");
    private static final Property MOUNT_PATH = Property.of(Workloads.POD, "spec.containers[].volumeMounts[].mountPath");
    private static final Property VARIABLES = Property.of(Workloads.POD, "spec.containers[].env");
    private static final Property VARIABLE = Property.of(Workloads.POD, "spec.containers[].env[].name");
    private static final Property PORTS = Property.of(Workloads.POD, "spec.containers[].ports");
    private static final Property PORT = Property.of(Workloads.POD, "spec.containers[].ports[].containerPort");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].ports[].name");
    private static final Property PROTOCOL = Property.of(Workloads.POD, "spec.containers[].ports[].protocol");
    private static final Property SERVED = Property.of(ClusterObjects.SERVICE, "spec.ports");
    private static final Property SERVED_PORT = Property.of(ClusterObjects.SERVICE, "spec.ports[].port");

    @Override
    public Set<String> types() {
        return Stream.concat(Workloads.TYPES.stream(), Stream.of(ClusterObjects.SERVICE))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource resource) {
        return resource.is(ClusterObjects.SERVICE)
                ? ports("", resource.get(SERVED), SERVED_PORT)
                : pod(PodSpec.of(resource));
    }

    private static Verdict pod(PodSpec pod) {
        List<Container> containers = pod.containers();
        Verdict verdict = Verdict.require(
                        unique(containers, container -> container.get(CONTAINER)), "has two containers of one name")
                .and(Verdict.require(
                        unique(pod.get(VOLUMES).items(), volume -> volume.get(VOLUME)), "has two volumes of one name"))
                .and(Verdict.require(
                        unique(
                                pod.lasting().stream()
                                        .flatMap(container -> container.get(PORTS).items().stream())
                                        .toList(),
                                port -> numbered(port, PORT)),
                        "has two containers on one port, of which one cannot start"));
        for (Container container : containers) {
            verdict = verdict.and(container.require(
                            container
                                    .get(CONTAINER)
                                    .matches(name -> name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")),
                            "has no name that Kubernetes takes"))
                    .and(container.require(
                            unique(container.get(MOUNTS).items(), mount -> mount.get(MOUNT_PATH)),
                            "mounts two volumes at one path"))
                    .and(container.require(
                            unique(container.get(VARIABLES).items(), variable -> variable.get(VARIABLE)),
                            "has two variables of one name"))
                    .and(container.require(
                            container.get(VARIABLES).all(variable -> variable.get(VARIABLE)
                                    .matches(name -> name.matches("[A-Za-z_.-][\\w.-]*"))),
                            "has a variable without a name that Kubernetes takes"))
                    .and(ports("container \"" + container.name() + "\" ", container.get(PORTS), PORT));
        }
        return verdict;
    }

    private static Verdict ports(String owner, Value ports, Property number) {
        return Verdict.require(
                        unique(ports.items(), port -> port.get(NAME))
                                .and(unique(ports.items(), port -> numbered(port, number))),
                        owner + "has two ports of one name or number")
                .and(Verdict.require(
                        ports.all(port -> Paths.absentOr(
                                port.get(NAME),
                                port.get(NAME)
                                        .matches(name -> name.matches("[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?")
                                                && !name.matches("[0-9-]+")))),
                        owner + "has a port by a name that Kubernetes refuses"));
    }

    /** The same number may be there for TCP and for UDP. */
    private static Value numbered(Value port, Property number) {
        return port.get(number)
                .text()
                .map(text -> Value.of(text + "/" + port.get(PROTOCOL).text().orElse("TCP")))
                .orElse(Value.missing());
    }

    private static <T> Truth unique(Collection<T> parts, Function<T, Value> name) {
        Set<String> seen = new HashSet<>();
        Truth result = Truth.TRUE;
        for (T part : parts) {
            Value said = name.apply(part);
            result = result.and(
                    said.isUnknown()
                            ? Truth.UNKNOWN
                            : Truth.of(said.text().map(seen::add).orElse(true)));
        }
        return result;
    }
}
