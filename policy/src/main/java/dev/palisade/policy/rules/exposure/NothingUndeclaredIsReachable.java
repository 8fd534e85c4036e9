package dev.palisade.policy.rules.exposure;

import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.flow.UndeclaredFlow;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;

/** The declared flows are an allow list: what can be reached beyond them is a violation. */
@PolicyInfo(
        title = "Nothing can be reached that no flow declares",
        severity = Severity.HIGH,
        rows = {Row.A2, Row.A4, Row.C9, Row.X2},
        controls = {
            "CIS AWS 5.3",
            "CIS EKS 5.4.3",
            "NIST 800-53 SC-7(5)",
            "PCI DSS 1.2.5",
            "HIPAA 164.312(a)(1)",
            "SOC 2 CC6.1"
        },
        why = "Nobody watches a way that nobody knows of.",
        remedy = "Close a hop of the way that is shown, or declare the flow in flows.yaml with its reason.",
        snippet =
                "SecurityGroupIngressRuleArgs.builder().referencedSecurityGroupId(nodes.id()).ipProtocol(\"tcp\").fromPort(443).toPort(443)")
public final class NothingUndeclaredIsReachable implements StackPolicy {
    @Override
    public Verdict check(Graph graph) {
        if (!DeclaredFlows.hasNetwork(graph)) {
            return Verdict.NOT_APPLICABLE;
        }
        Verdict verdict = Verdict.PASS;
        for (UndeclaredFlow flow : FlowTable.of(graph).undeclared()) {
            verdict = verdict.and(Verdict.require(flow.certain().not(), flow.explanation()));
        }
        return verdict;
    }
}
