package dev.palisade.policy.rules.exposure;

import dev.palisade.policy.flow.DeclaredFlow;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;

/** No way leads from the internet to nodes, pods or data but through the web application firewall. */
@PolicyInfo(
        title = "No forbidden flow is possible by any way",
        severity = Severity.CRITICAL,
        rows = {Row.A4, Row.C9, Row.C11, Row.X7},
        controls = {
            "CIS EKS 4.3.2",
            "CIS EKS 5.4.2",
            "NIST 800-53 SC-7",
            "NIST 800-53 AC-4",
            "PCI DSS 1.3.1",
            "PCI DSS 1.4.4",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.6",
            "GDPR 32(1)(b)"
        },
        why = "Each resource may look harmless while all of them together open a way past the firewall.",
        remedy = "Close any one hop of the way that is shown: the narrowest rule that nothing else needs.",
        snippet =
                "SecurityGroupIngressRuleArgs.builder().referencedSecurityGroupId(loadBalancer.id()).fromPort(5000).toPort(5000)")
public final class ForbiddenFlowsAreAbsent implements StackPolicy {
    @Override
    public Verdict check(Graph graph) {
        return DeclaredFlows.judge(graph, DeclaredFlow.Kind.FORBIDDEN);
    }
}
