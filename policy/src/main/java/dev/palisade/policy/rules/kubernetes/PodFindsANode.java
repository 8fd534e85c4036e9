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
import java.util.Map;
import java.util.Set;

/** Labels of Kubernetes and of AWS are set by what runs on the node, all others by its node group. */
@PolicyInfo(
        title = "Pods ask for nodes that a node group brings",
        severity = Severity.MEDIUM,
        rows = {Row.C4},
        controls = {"NIST 800-53 CP-2", "NIST 800-53 CM-2", "SOC 2 A1.1"},
        why = "A pod that asks for a label of no node waits for ever, and the release that brought it hangs.",
        remedy = "Name a label of a node group, or take the nodeSelector out.",
        snippet = "PodSpecArgs.builder().nodeSelector(Map.of(\"kubernetes.io/os\", \"linux\"))")
public final class PodFindsANode implements RelationPolicy {
    private static final String GROUP = "aws:eks/nodeGroup:NodeGroup";
    private static final Property LABELS = Property.of(GROUP, "labels");
    private static final Property SELECTOR = Property.of(Workloads.POD, "spec.nodeSelector");
    private static final List<String> OF_THE_SYSTEM =
            List.of("kubernetes.io", "k8s.io", "amazonaws.com", "k8s.aws", "karpenter.sh");

    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        Value selector = PodSpec.of(workload).get(SELECTOR);
        Truth found = selector.isUnknown() ? Truth.UNKNOWN : Truth.TRUE;
        for (Map.Entry<String, Value> label : selector.fields().entrySet()) {
            if (!isOfTheSystem(label.getKey())) {
                found = found.and(isBrought(label.getKey(), label.getValue(), graph));
            }
        }
        return Verdict.require(found, "asks for nodes that no node group brings: nodeSelector");
    }

    private static boolean isOfTheSystem(String key) {
        int end = key.indexOf('/');
        return end >= 0
                && OF_THE_SYSTEM.stream().anyMatch(domain -> ("." + key.substring(0, end)).endsWith("." + domain));
    }

    /** Where the stack has no node groups, its nodes come from elsewhere. */
    private static Truth isBrought(String key, Value value, Graph graph) {
        Truth brought = Truth.of(graph.ofType(GROUP).isEmpty());
        for (Resource group : graph.ofType(GROUP)) {
            Value label = group.get(LABELS).field(key);
            brought = brought.or(() -> value.text().map(label::is).orElse(Truth.UNKNOWN));
        }
        return brought;
    }
}
