package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.TreeSet;

/** The tag {@code Tier} says what a subnet is for; a stack without such tags is not judged. */
@PolicyInfo(
        title = "Subnets of different tiers share neither route table nor network ACL",
        severity = Severity.HIGH,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(21)", "NIST 800-53 AC-4", "PCI DSS 1.4.1", "SOC 2 CC6.6"},
        why = "A database's subnet on the table or ACL of another tier gets that tier's ways in and out.",
        remedy = "Tag every subnet with its tier, and give each tier its own network ACL and route tables.",
        snippet = "Subnets.of(Tier.DATA, vpc, plan)")
public final class SubnetTiersKeepApart implements RelationPolicy {
    private static final Property TAGS = Property.of(Zones.SUBNET, "tags");
    private static final Property JOINED =
            Property.of("aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId");
    private static final Property JOINED_TABLE =
            Property.of("aws:ec2/routeTableAssociation:RouteTableAssociation", "routeTableId");
    private static final Property ACL_SUBNETS = Property.of("aws:ec2/networkAcl:NetworkAcl", "subnetIds");
    private static final Property ASSOCIATED =
            Property.of("aws:ec2/networkAclAssociation:NetworkAclAssociation", "subnetId");
    private static final Property ASSOCIATED_ACL =
            Property.of("aws:ec2/networkAclAssociation:NetworkAclAssociation", "networkAclId");
    private static final String TABLE = "aws:ec2/routeTable:RouteTable";

    @Override
    public Set<String> types() {
        return Set.of(Zones.SUBNET, TABLE, ACL_SUBNETS.type());
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (graph.ofType(Zones.SUBNET).stream().allMatch(subnet -> tier(subnet).isMissing())) {
            return Verdict.NOT_APPLICABLE;
        }
        if (resource.is(Zones.SUBNET)) {
            return Verdict.require(tier(resource).isPresent(), "has no tag Tier, as the stack's other subnets have")
                    .and(Verdict.require(
                            tier(resource)
                                    .isOneOf("data", "intra")
                                    .and(() -> Routing.leadsOutside(resource, graph))
                                    .not(),
                            "leads outside, though nothing in its tier calls anybody there"));
        }
        Set<String> tiers = new TreeSet<>();
        boolean decided = true;
        if (resource.is(TABLE)) {
            Targets joined = graph.referrers(resource, JOINED_TABLE);
            decided = joined.decided();
            joined.resources().forEach(one -> add(graph.targets(one, JOINED, Zones.SUBNET), tiers));
        } else {
            Targets subnets = graph.targets(resource, ACL_SUBNETS, Zones.SUBNET);
            decided = subnets.decided();
            add(subnets, tiers);
            graph.referrers(resource, ASSOCIATED_ACL)
                    .resources()
                    .forEach(one -> add(graph.targets(one, ASSOCIATED, Zones.SUBNET), tiers));
        }
        return Verdict.require(
                Truth.of(tiers.size() < 2).and(tiers.size() < 2 && !decided ? Truth.UNKNOWN : Truth.TRUE),
                "is shared by subnets of the tiers " + String.join(" and ", tiers));
    }

    private static void add(Targets subnets, Set<String> tiers) {
        subnets.resources().forEach(subnet -> tier(subnet).text().ifPresent(tiers::add));
    }

    private static Value tier(Resource subnet) {
        return subnet.get(TAGS).field("Tier");
    }
}
