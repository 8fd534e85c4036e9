package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.AddressSet;
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
import java.util.Set;

/** Inner subnets are those from which no route leads outside. */
@PolicyInfo(
        title = "Network ACLs of subnets without a way outside let nothing in from public subnets",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.C9},
        controls = {"NIST 800-53 SC-7(21)", "PCI DSS 1.4.4", "HIPAA 164.312(e)(1)", "SOC 2 CC6.6"},
        why =
                "A public subnet is where an attacker stands first; one security group is then all that keeps data from it.",
        remedy = "Allow the blocks of the private subnets that use what is inside, not the VPC's.",
        snippet = "NetworkAclIngressArgs.builder().ruleNo(250).action(\"allow\").cidrBlock(plan.block(Tier.PRIVATE))")
public final class InnerNetworkAclKeepsPublicSubnetsOut implements RelationPolicy {
    private static final Property BLOCK = Property.of(Zones.SUBNET, "cidrBlock");
    private static final Property SUBNET_VPC = Property.of(Zones.SUBNET, "vpcId");
    private static final Property ACL_VPC = Property.of(NetworkAclRules.ACL, "vpcId");

    @Override
    public Set<String> types() {
        return Set.of(NetworkAclRules.ACL);
    }

    @Override
    public Verdict check(Resource acl, Graph graph) {
        Truth guards = NetworkAclSubnets.any(acl, graph, subnet -> Truth.TRUE);
        Truth inner = guards.and(NetworkAclSubnets.any(acl, graph, subnet -> Routing.leadsOutside(subnet, graph))
                .not());
        if (inner == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        NetworkAclRules rules = NetworkAclRules.of(acl, graph);
        Verdict verdict = rules.known() ? Verdict.PASS : Verdict.unknown("not known yet: some of its rules");
        for (Resource subnet : graph.ofType(Zones.SUBNET)) {
            if (!Vpcs.mayBeOne(acl.get(ACL_VPC), subnet.get(SUBNET_VPC))) {
                continue;
            }
            Truth open = inner.and(() -> Routing.leadsToInternet(subnet, graph));
            Value block = subnet.get(BLOCK);
            AddressSet there = block.text().flatMap(AddressSet::read).orElse(AddressSet.NONE);
            for (Traffic traffic : rules.passing(false)) {
                Traffic reached = traffic.from(there);
                verdict = verdict.and(Verdict.require(
                        open.and(Truth.of(!reached.isEmpty())).not(),
                        "lets in " + reached.ports() + " from the public subnet " + subnet.name()));
            }
        }
        return verdict;
    }
}
