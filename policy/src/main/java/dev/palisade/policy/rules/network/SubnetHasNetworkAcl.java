package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.LinkedHashSet;
import java.util.Set;

@PolicyInfo(
        title = "Every subnet stands behind one network ACL, that of its tier",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(5)", "PCI DSS 1.3.1", "SOC 2 CC6.6"},
        why = "A subnet without one falls to the VPC's default network ACL.",
        remedy = "Name the subnet in the subnetIds of its tier's network ACL.",
        snippet = "NetworkAclArgs.builder().subnetIds(network.subnetIds(Tier.PRIVATE))")
public final class SubnetHasNetworkAcl implements RelationPolicy {
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final Property SUBNETS = Property.of("aws:ec2/networkAcl:NetworkAcl", "subnetIds");
    private static final Property ASSOCIATED =
            Property.of("aws:ec2/networkAclAssociation:NetworkAclAssociation", "subnetId");
    private static final Property ASSOCIATED_ACL =
            Property.of("aws:ec2/networkAclAssociation:NetworkAclAssociation", "networkAclId");

    @Override
    public Set<String> types() {
        return Set.of(SUBNET);
    }

    @Override
    public Verdict check(Resource subnet, Graph graph) {
        Truth named = graph.referrers(subnet, SUBNETS)
                .exist()
                .or(graph.referrers(subnet, ASSOCIATED).exist());
        Set<Resource> acls =
                new LinkedHashSet<>(graph.referrers(subnet, SUBNETS).resources());
        graph.referrers(subnet, ASSOCIATED)
                .resources()
                .forEach(association -> acls.addAll(graph.targets(association, ASSOCIATED_ACL, SUBNETS.type())
                        .resources()));
        return Verdict.require(named, "is in no network ACL but the default one")
                .and(Verdict.require(
                        Truth.of(acls.size() < 2).or(isKnown(subnet, graph) ? Truth.FALSE : Truth.UNKNOWN),
                        "is put behind several network ACLs, of which AWS keeps the last"));
    }

    /** What depends on the subnet may name it; what is known does. */
    private static boolean isKnown(Resource subnet, Graph graph) {
        return graph.referrers(subnet, SUBNETS).resources().stream()
                        .noneMatch(acl -> acl.get(SUBNETS).hasUnknown())
                && graph.referrers(subnet, ASSOCIATED).resources().stream()
                        .noneMatch(one -> one.get(ASSOCIATED).hasUnknown()
                                || one.get(ASSOCIATED_ACL).hasUnknown());
    }
}
