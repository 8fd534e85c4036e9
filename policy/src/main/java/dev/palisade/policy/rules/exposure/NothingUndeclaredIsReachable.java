package dev.palisade.policy.rules.exposure;

import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.flow.UndeclaredFlow;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.stream.Stream;

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
    private static final int EXAMPLES = 3;

    @Override
    public Verdict check(Graph graph) {
        if (!DeclaredFlows.hasNetwork(graph)) {
            return Verdict.NOT_APPLICABLE;
        }
        List<UndeclaredFlow> flows = FlowTable.of(graph).undeclared();
        List<String> certain = explained(flows, Truth.TRUE).toList();
        if (!certain.isEmpty()) {
            return new Verdict(Verdict.Kind.FAIL, certain);
        }
        return flows.isEmpty() ? Verdict.PASS : new Verdict(Verdict.Kind.UNKNOWN, doubtful(flows));
    }

    /** Where nothing is known yet, nearly everything may be reachable: some stand for all. */
    private static List<String> doubtful(List<UndeclaredFlow> flows) {
        Stream<String> some =
                explained(flows, Truth.UNKNOWN).limit(EXAMPLES).map(flow -> "not known yet whether: " + flow);
        int more = flows.size() - EXAMPLES;
        return more <= 0
                ? some.toList()
                : Stream.concat(some, Stream.of("nor of " + more + " more flows"))
                        .toList();
    }

    private static Stream<String> explained(List<UndeclaredFlow> flows, Truth certain) {
        return flows.stream().filter(flow -> flow.certain() == certain).map(UndeclaredFlow::explanation);
    }
}
