package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.PortSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Security group rules name their ports and their other side",
        severity = Severity.HIGH,
        rows = {Row.X2, Row.A2},
        controls = {"NIST 800-53 SC-7(5)", "NIST 800-53 CM-7", "PCI DSS 1.2.5", "SOC 2 CC6.6", "Security Hub EC2.19"},
        why = "A rule for all traffic lets whoever got one foothold try every service behind the group.",
        remedy = "Write one rule for each port that is needed.",
        snippet = "SecurityGroupIngressRuleArgs.builder().ipProtocol(\"tcp\").fromPort(5000).toPort(5000)")
public final class SecurityGroupRulesNamePorts implements RelationPolicy {
    /** Below it every port is a well-known service of its own. */
    private static final PortSet WELL_KNOWN = PortSet.tcp(0, 1023).union(PortSet.udp(0, 1023));

    @Override
    public Set<String> types() {
        return SecurityGroupRules.TYPES;
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        SecurityGroupRules rules = SecurityGroupRules.of(group, graph);
        Verdict verdict = rules.otherwise();
        for (SecurityGroupRule rule : rules.rules()) {
            Truth named = rule.ports().map(ports -> Truth.of(names(ports))).orElse(Truth.UNKNOWN);
            verdict = verdict.and(Verdict.require(named, rule.says()))
                    .and(Verdict.require(Truth.of(rule.hasPeer()), "has a rule without another side"));
        }
        return verdict;
    }

    private static boolean names(PortSet ports) {
        PortSet known = ports.intersect(WELL_KNOWN);
        return known.isEmpty() ? ports.size() < 65_536 : ports.size() == 1;
    }
}
