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
import java.util.Map;
import java.util.Set;

@PolicyInfo(
        title = "Services are ClusterIP and open nothing to the outside",
        severity = Severity.CRITICAL,
        rows = {Row.A1, Row.A4},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.4.2", "PCI DSS 1.3.1", "SOC 2 CC6.6", "HIPAA 164.312(e)(1)"},
        why = "A LoadBalancer or NodePort leads past the load balancer that has the firewall, TLS and logs.",
        remedy = "Use the type ClusterIP and bind the Service to the load balancer's target group.",
        snippet = "ServiceSpecArgs.builder().type(\"ClusterIP\")")
public final class ServiceIsInternal implements ResourcePolicy {
    private static final String SERVICE = ClusterObjects.SERVICE;
    private static final Property TYPE = Property.of(SERVICE, "spec.type");
    private static final Property EXTERNAL_IPS = Property.of(SERVICE, "spec.externalIPs");
    private static final Property EXTERNAL_NAME = Property.of(SERVICE, "spec.externalName");
    private static final Property LOAD_BALANCER_IP = Property.of(SERVICE, "spec.loadBalancerIP");
    private static final Property PORTS = Property.of(SERVICE, "spec.ports");
    private static final Property NODE_PORT = Property.of(SERVICE, "spec.ports[].nodePort");
    private static final Property UNREADY = Property.of(SERVICE, "spec.publishNotReadyAddresses");

    private static boolean isEntrance(Map.Entry<String, Value> annotation) {
        return annotation.getKey().startsWith("external-dns.")
                || (annotation.getKey().endsWith("scheme")
                        && annotation.getValue().is("internet-facing") != Truth.FALSE);
    }

    @Override
    public Set<String> types() {
        return Set.of(SERVICE);
    }

    @Override
    public Verdict check(Resource service) {
        Value type = service.get(TYPE);
        return Verdict.require(
                        Paths.absentOr(type, type.is("ClusterIP")),
                        "is open to the outside: spec.type is not ClusterIP")
                .and(Verdict.require(
                        service.get(EXTERNAL_IPS).hasItems().not(),
                        "takes traffic for addresses of others: spec.externalIPs"))
                .and(Verdict.require(
                        service.get(EXTERNAL_NAME).isPresent().not(), "leads out of the cluster: spec.externalName"))
                .and(Verdict.require(
                        service.get(LOAD_BALANCER_IP).isPresent().not(),
                        "asks for a load balancer: spec.loadBalancerIP"))
                .and(Verdict.require(
                        service.get(PORTS)
                                .all(port -> Paths.absentOr(
                                        port.get(NODE_PORT), port.get(NODE_PORT).is("0"))),
                        "is open on every node: spec.ports[].nodePort"))
                .and(Verdict.require(
                        Paths.isOff(service.get(UNREADY)),
                        "leads to pods that are not ready: spec.publishNotReadyAddresses"))
                .and(Verdict.require(
                        Truth.of(Metadata.annotations(service).fields().entrySet().stream()
                                        .anyMatch(ServiceIsInternal::isEntrance))
                                .not(),
                        "asks for an entrance from outside: metadata.annotations"));
    }
}
