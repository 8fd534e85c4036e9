package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Every subnet has a route table of its own choice",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"CIS AWS 5.6", "NIST 800-53 SC-7", "PCI DSS 1.2.4"},
        why = "A subnet without one follows the VPC's default table, whoever changes that.",
        remedy = "Join the subnet to a route table.",
        snippet = "RouteTableAssociationArgs.builder().subnetId(subnet.id()).routeTableId(table.id())")
public final class SubnetHasRouteTable implements RelationPolicy {
    @Override
    public Set<String> types() {
        return Set.of("aws:ec2/subnet:Subnet");
    }

    @Override
    public Verdict check(Resource subnet, Graph graph) {
        return Verdict.require(Routing.hasTable(subnet, graph), "is joined to no route table");
    }
}
