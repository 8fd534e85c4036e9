package dev.palisade.policy.rules.exposure;

import dev.palisade.policy.flow.DeclaredFlow;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;

/** Routes, network ACLs, security groups and network policies together let the flows through that must work. */
@PolicyInfo(
        title = "Every flow that the platform needs works",
        severity = Severity.HIGH,
        rows = {Row.A1, Row.A2, Row.C9},
        controls = {"NIST 800-53 AC-4", "PCI DSS 1.2.4", "SOC 2 CC6.6"},
        why = "A platform that is closed too far does not work, and is opened in a hurry and too wide.",
        remedy = "Add the rule that the last hop lacks, or correct the flow in flows.yaml.",
        snippet = "between(\"load-balancer\", loadBalancer.id(), \"nodes\", nodes.id(), \"tcp\", 5000, \"Service\")")
public final class RequiredFlowsExist implements StackPolicy {
    @Override
    public Verdict check(Graph graph) {
        return DeclaredFlows.judge(graph, DeclaredFlow.Kind.REQUIRED);
    }
}
