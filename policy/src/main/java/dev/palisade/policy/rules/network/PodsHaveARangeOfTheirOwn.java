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
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Optional;
import java.util.Set;

@PolicyInfo(
        title = "Pods have an address range of their own",
        severity = Severity.LOW,
        rows = {Row.A3},
        controls = {"NIST 800-53 SC-7(21)", "PCI DSS 1.4.1", "SOC 2 CC6.6"},
        why =
                "Rules that speak of pods need addresses that are pods'; nodes that take them all stop new pods from starting.",
        remedy = "Reserve prefixes for pods in the node subnets, or add a second block to the VPC.",
        snippet =
                "SubnetCidrReservationArgs.builder().subnetId(subnet.id()).reservationType(\"prefix\").cidrBlock(pods)")
public final class PodsHaveARangeOfTheirOwn implements RelationPolicy {
    private static final String NODES = "aws:eks/nodeGroup:NodeGroup";
    private static final Property SUBNETS = Property.of(NODES, "subnetIds");
    private static final String RESERVATION = "aws:ec2/subnetCidrReservation:SubnetCidrReservation";
    private static final Property RESERVED = Property.of(RESERVATION, "subnetId");
    private static final Property KIND = Property.of(RESERVATION, "reservationType");
    private static final Property RANGE = Property.of(RESERVATION, "cidrBlock");
    private static final Property BLOCK = Property.of("aws:ec2/subnet:Subnet", "cidrBlock");
    private static final String MORE = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";

    @Override
    public Set<String> types() {
        return Set.of(NODES);
    }

    @Override
    public Verdict check(Resource nodes, Graph graph) {
        if (!graph.ofType(MORE).isEmpty()) {
            return Verdict.PASS;
        }
        Targets subnets = graph.targets(nodes, SUBNETS, "aws:ec2/subnet:Subnet");
        Truth reserved = subnets.all(subnet -> graph.referrers(subnet, RESERVED)
                .any(reservation -> reservation.get(KIND).is("prefix").and(() -> isWithin(reservation, subnet))));
        return Verdict.require(
                subnets.exist().and(reserved), "has a subnet without prefixes that are reserved for pods");
    }

    private static Truth isWithin(Resource reservation, Resource subnet) {
        Value range = reservation.get(RANGE);
        Value block = subnet.get(BLOCK);
        if (range.isUnknown() || block.isUnknown()) {
            return Truth.UNKNOWN;
        }
        Optional<AddressSet> own = range.text().flatMap(AddressSet::read);
        return Truth.of(own.isPresent()
                && block.text()
                        .flatMap(AddressSet::read)
                        .filter(all -> all.contains(own.get()) && !own.get().contains(all))
                        .isPresent());
    }
}
