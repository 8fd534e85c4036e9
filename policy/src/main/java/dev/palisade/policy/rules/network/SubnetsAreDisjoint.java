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
import java.util.Optional;
import java.util.Set;

@PolicyInfo(
        title = "No two subnets of a VPC have an address in common",
        severity = Severity.LOW,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(21)", "NIST 800-53 CM-2", "PCI DSS 1.2.1"},
        why = "AWS refuses the second subnet, and rules for the one tier's range would speak of the other's.",
        remedy = "Give each subnet a block of its own.",
        snippet = "CidrPlan.of(settings)")
public final class SubnetsAreDisjoint implements RelationPolicy {
    private static final Property BLOCK = Property.of(Zones.SUBNET, "cidrBlock");
    private static final Property VPC = Property.of(Zones.SUBNET, "vpcId");

    @Override
    public Set<String> types() {
        return Set.of(Zones.SUBNET);
    }

    @Override
    public Verdict check(Resource subnet, Graph graph) {
        if (subnet.get(BLOCK).isUnknown()) {
            return Verdict.unknown("not known yet: cidrBlock");
        }
        Optional<AddressSet> own = block(subnet);
        if (own.isEmpty()) {
            return Verdict.PASS;
        }
        Verdict verdict = Verdict.PASS;
        for (Resource other : graph.ofType(Zones.SUBNET)) {
            verdict = verdict.and(Verdict.require(
                    Truth.of(other.equals(subnet)
                            || !subnet.get(VPC).equals(other.get(VPC))
                            || block(other).filter(own.get()::overlaps).isEmpty()),
                    "shares addresses with " + other.name()));
        }
        return verdict;
    }

    private static Optional<AddressSet> block(Resource subnet) {
        return subnet.get(BLOCK).text().flatMap(AddressSet::read);
    }
}
