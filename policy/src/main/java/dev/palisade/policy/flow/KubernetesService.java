package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Kubernetes Service: which pods it stands for, on which ports, and how it is reached from outside. */
record KubernetesService(Resource resource) {
    static final String TYPE = "kubernetes:core/v1:Service";
    private static final Property NAME = Property.of(TYPE, "metadata.name");
    private static final Property NAMESPACE = Property.of(TYPE, "metadata.namespace");
    private static final Property ANNOTATIONS = Property.of(TYPE, "metadata.annotations");
    private static final Property KIND = Property.of(TYPE, "spec.type");
    private static final Property SELECTOR = Property.of(TYPE, "spec.selector");
    private static final Property PORTS = Property.of(TYPE, "spec.ports");
    private static final Property PORT = Property.of(TYPE, "spec.ports[].port");
    private static final Property PORT_NAME = Property.of(TYPE, "spec.ports[].name");
    private static final Property TARGET_PORT = Property.of(TYPE, "spec.ports[].targetPort");
    private static final Property NODE_PORT = Property.of(TYPE, "spec.ports[].nodePort");
    private static final Property PROTOCOL = Property.of(TYPE, "spec.ports[].protocol");
    private static final Property SOURCE_RANGES = Property.of(TYPE, "spec.loadBalancerSourceRanges");
    private static final Property EXTERNAL_IPS = Property.of(TYPE, "spec.externalIPs");
    /** The range that Kubernetes takes node ports from. */
    private static final PortSet NODE_PORTS = PortSet.tcp(30000, 32767).union(PortSet.udp(30000, 32767));

    String name() {
        return resource.get(NAME).text().orElse(resource.name());
    }

    String namespace() {
        return Workloads.namespace(resource.get(NAMESPACE));
    }

    Truth selects(Pods pods) {
        if (!pods.namespace().equals(namespace()) || resource.get(SELECTOR).isMissing()) {
            return Truth.FALSE;
        }
        return Selectors.equal(resource.get(SELECTOR), pods.labels());
    }

    /** The ports of the pods that the Service's port leads to; all ports of the Service for a missing one. */
    Optional<PortSet> targetPorts(Value wanted, Pods pods) {
        List<PortSet> found = new ArrayList<>();
        for (Value port : resource.get(PORTS).items()) {
            boolean isWanted = wanted.isMissing()
                    || (wanted.text().isPresent()
                            && List.of(
                                            port.get(PORT).text(),
                                            port.get(PORT_NAME).text())
                                    .contains(wanted.text()));
            if (port.isUnknown() || wanted.isUnknown()) {
                return Optional.empty();
            }
            if (isWanted) {
                Optional<PortSet> target = targetPort(port, pods);
                if (target.isEmpty()) {
                    return Optional.empty();
                }
                found.add(target.get());
            }
        }
        return Optional.of(PortSet.union(found));
    }

    private static Optional<PortSet> targetPort(Value port, Pods pods) {
        Value target = port.get(TARGET_PORT).isMissing() ? port.get(PORT) : port.get(TARGET_PORT);
        String protocol = port.get(PROTOCOL).text().orElse("TCP");
        if (target.number().isPresent()) {
            double number = target.number().get();
            return PortSet.read(protocol, number, number);
        }
        return target.text().map(name -> pods.ports().getOrDefault(name, PortSet.NONE));
    }

    /** Whether every node forwards ports of its own to the pods. */
    Truth hasNodePorts() {
        Value kind = resource.get(KIND);
        return kind.isOneOf("NodePort", "LoadBalancer");
    }

    PortSet nodePorts() {
        List<PortSet> ports = new ArrayList<>();
        for (Value port : resource.get(PORTS).items()) {
            Optional<Double> number = port.get(NODE_PORT).number();
            String protocol = port.get(PROTOCOL).text().orElse("TCP");
            ports.add(number.flatMap(one -> PortSet.read(protocol, one, one)).orElse(NODE_PORTS));
        }
        return PortSet.union(ports);
    }

    Truth hasLoadBalancer() {
        return resource.get(KIND).is("LoadBalancer");
    }

    /** Whether its load balancer has private addresses only. */
    Truth isInternal() {
        Value annotations = resource.get(ANNOTATIONS);
        return annotations
                .field("service.beta.kubernetes.io/aws-load-balancer-internal")
                .isTrue()
                .or(annotations
                        .field("service.beta.kubernetes.io/aws-load-balancer-scheme")
                        .is("internal"));
    }

    /** Who may use its load balancer; everybody unless it says otherwise. */
    AddressSet sources() {
        Value ranges = resource.get(SOURCE_RANGES);
        if (ranges.isMissing() || ranges.hasUnknown() || ranges.items().isEmpty()) {
            return AddressSet.ALL;
        }
        return AddressSet.union(ranges.texts().stream()
                .flatMap(cidr -> AddressSet.read(cidr).stream())
                .toList());
    }

    /** Whether nodes take packets to foreign addresses for it. */
    Truth hasExternalAddresses() {
        Value addresses = resource.get(EXTERNAL_IPS);
        return addresses.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(!addresses.items().isEmpty());
    }
}
