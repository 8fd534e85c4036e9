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
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Network policies select pods that exist, and open only ports that they listen on",
        severity = Severity.MEDIUM,
        rows = Row.C9,
        controls = {"CIS EKS 4.3.2", "NIST 800-53 SC-7", "NIST 800-53 CM-7", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why =
                "A policy with a selector that matches nothing protects nothing, and an open port that nobody uses waits for an intruder.",
        remedy = "Select by the labels of the pods, and open their containerPorts alone.",
        snippet = "NetworkPolicySpecArgs.builder().podSelector(Labels.selector())")
public final class NetworkPolicySelectsPods implements RelationPolicy {
    private static final Property POD_SELECTOR = Property.of(ClusterObjects.NETWORK_POLICY, "spec.podSelector");
    private static final Property PORTS = Property.of(Workloads.POD, "spec.containers[].ports");
    private static final Property PROTOCOL = Property.of(Workloads.POD, "spec.containers[].ports[].protocol");
    private static final Property NUMBER = Property.of(Workloads.POD, "spec.containers[].ports[].containerPort");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].ports[].name");

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NETWORK_POLICY);
    }

    @Override
    public Verdict check(Resource policy, Graph graph) {
        Pods pods = Pods.of(graph);
        String namespace = Metadata.namespace(policy);
        Value selector = policy.get(POD_SELECTOR);
        List<NetworkPolicyRule> rules = NetworkPolicyRule.of(policy);
        Verdict verdict = Verdict.require(
                Truth.of(rules.isEmpty()).or(() -> Selector.namesALabel(selector)),
                "allows for every pod of the namespace what one of them needs: podSelector names no label's value");
        if (pods.mayHaveMore(namespace)) {
            // Which labels and ports a chart's pods have is not in the graph.
            return verdict;
        }
        verdict = verdict.and(Verdict.require(
                Selector.isEmpty(selector).or(() -> pods.anySelected(namespace, selector, pod -> Truth.TRUE)),
                "selects no pod: podSelector"));
        for (NetworkPolicyRule rule : rules) {
            if (rule.isIngress()) {
                for (Value port : rule.ports().items()) {
                    Value number = port.get(NetworkPolicyRule.PORT);
                    verdict = verdict.and(Verdict.require(
                            pods.anySelected(
                                    namespace,
                                    selector,
                                    pod -> listens(pod, number, port.get(NetworkPolicyRule.PROTOCOL))),
                            "opens a port that no pod listens on: "
                                    + number.text().orElse("?")));
                }
            }
        }
        return verdict;
    }

    /** Whether a container declares the port, by number or name; what names no protocol speaks TCP. */
    static Truth listens(PodSpec pod, Value port, Value protocol) {
        if (port.text().isEmpty()) {
            return port.isMissing() ? Truth.FALSE : Truth.UNKNOWN;
        }
        String wanted = port.text().get();
        Truth result = Truth.FALSE;
        for (Container container : pod.services()) {
            result = result.or(container.get(PORTS).any(own -> own.get(NUMBER)
                    .is(wanted)
                    .or(() -> own.get(NAME).is(wanted))
                    .and(() -> same(own.get(PROTOCOL), protocol))));
        }
        return result;
    }

    private static Truth same(Value one, Value other) {
        return one.isUnknown() || other.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(one.text().orElse("TCP").equals(other.text().orElse("TCP")));
    }
}
