package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Services lead to pods that exist, on a port that they listen on",
        severity = Severity.MEDIUM,
        rows = {Row.A1, Row.A4},
        controls = {"NIST 800-53 CM-6", "SOC 2 A1.1", "PCI DSS 1.2.5"},
        why = "A selector that matches nothing leads nowhere, one that matches too much leads to others' pods.",
        remedy = "Select by the pods' labels, and name a containerPort as the targetPort.",
        snippet = "ServiceSpecArgs.builder().selector(Labels.SELECTOR)")
public final class ServiceLeadsToPods implements RelationPolicy {
    private static final Property SELECTOR = Property.of(ClusterObjects.SERVICE, "spec.selector");
    private static final Property PORTS = Property.of(ClusterObjects.SERVICE, "spec.ports");
    private static final Property PORT = Property.of(ClusterObjects.SERVICE, "spec.ports[].port");
    private static final Property PROTOCOL = Property.of(ClusterObjects.SERVICE, "spec.ports[].protocol");
    private static final Property TARGET_PORT = Property.of(ClusterObjects.SERVICE, "spec.ports[].targetPort");

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.SERVICE);
    }

    @Override
    public Verdict check(Resource service, Graph graph) {
        Pods pods = Pods.of(graph);
        String namespace = Metadata.namespace(service);
        if (pods.mayHaveMore(namespace)) {
            return Verdict.NOT_APPLICABLE;
        }
        Value selector = service.get(SELECTOR);
        Truth some = selector.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(!selector.fields().isEmpty());
        Verdict verdict = Verdict.require(some, "has no selector: anybody may add addresses to it")
                .and(Verdict.require(
                        pods.anyLabelled(namespace, selector, pod -> Truth.TRUE), "leads to no pod: spec.selector"))
                .and(Verdict.require(service.get(PORTS).hasItems(), "has no port"));
        for (Value port : service.get(PORTS).items()) {
            Value target = port.get(TARGET_PORT).isMissing() ? port.get(PORT) : port.get(TARGET_PORT);
            verdict = verdict.and(Verdict.require(
                    pods.anyLabelled(
                            namespace,
                            selector,
                            pod -> NetworkPolicySelectsPods.listens(pod, target, port.get(PROTOCOL))),
                    "leads to a port that no pod listens on: " + target.text().orElse("?")));
        }
        return verdict;
    }
}
