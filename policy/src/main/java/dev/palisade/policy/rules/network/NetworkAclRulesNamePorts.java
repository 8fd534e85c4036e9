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
        title = "Network ACL rules name protocol and ports",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(5)", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why = "A rule for all traffic between tiers makes one network of them.",
        remedy = "Write one rule for each flow, and the ephemeral range for its answers.",
        snippet = "NetworkAclIngressArgs.builder().protocol(\"tcp\").fromPort(5000).toPort(5000)")
public final class NetworkAclRulesNamePorts implements RelationPolicy {
    /** Below it every port is a well-known service of its own. */
    private static final PortSet WELL_KNOWN = PortSet.tcp(0, 1023).union(PortSet.udp(0, 1023));

    @Override
    public Set<String> types() {
        return Set.of(NetworkAclRules.ACL);
    }

    @Override
    public Verdict check(Resource acl, Graph graph) {
        NetworkAclRules rules = NetworkAclRules.of(acl, graph);
        Verdict verdict = rules.known() ? Verdict.PASS : Verdict.unknown("not known yet: some of its rules");
        for (NetworkAclRule rule : rules.allowing()) {
            boolean all = rule.traffic()
                    .map(Traffic::ports)
                    .filter(ports -> ports.overlaps(WELL_KNOWN) && ports.size() > 1)
                    .isPresent();
            verdict = verdict.and(Verdict.require(Truth.of(!all), rule.says()));
        }
        return verdict;
    }
}
