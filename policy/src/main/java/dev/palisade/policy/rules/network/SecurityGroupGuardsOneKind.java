package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "A security group guards one kind of thing",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X2},
        controls = {"NIST 800-53 SC-7(21)", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why = "A group that load balancers, nodes, endpoints or databases share opens to each what the others need.",
        remedy = "Give each kind a group of its own.",
        snippet = "LaunchTemplateNetworkInterfaceArgs.builder().securityGroups(nodes.id().applyValue(List::of))")
public final class SecurityGroupGuardsOneKind implements RelationPolicy {
    @Override
    public Set<String> types() {
        return Set.of(SecurityGroupRules.GROUP);
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        List<Truth> kinds = SecurityGroupUses.kinds(group, graph);
        long certain = kinds.stream().filter(kind -> kind == Truth.TRUE).count();
        long possible = kinds.stream().filter(kind -> kind != Truth.FALSE).count();
        Truth shared = certain > 1 ? Truth.TRUE : possible > 1 ? Truth.UNKNOWN : Truth.FALSE;
        return Verdict.require(
                shared.not(), "guards more than one of load balancers, nodes, endpoints and data stores");
    }
}
