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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        for (Block other : graph.view(Blocks.class, Blocks::of).byVpc().getOrDefault(subnet.get(VPC), List.of())) {
            verdict = verdict.and(Verdict.require(
                    Truth.of(other.subnet().equals(subnet) || !own.get().overlaps(other.addresses())),
                    "shares addresses with " + other.subnet().name()));
        }
        return verdict;
    }

    private record Block(Resource subnet, AddressSet addresses) {}

    /** The known blocks of each VPC's subnets. */
    private record Blocks(Map<Value, List<Block>> byVpc) {
        static Blocks of(Graph graph) {
            Map<Value, List<Block>> byVpc = new HashMap<>();
            graph.ofType(Zones.SUBNET).forEach(subnet -> block(subnet)
                    .ifPresent(addresses -> byVpc.computeIfAbsent(subnet.get(VPC), any -> new ArrayList<>())
                            .add(new Block(subnet, addresses))));
            return new Blocks(byVpc);
        }
    }

    private static Optional<AddressSet> block(Resource subnet) {
        return subnet.get(BLOCK).text().flatMap(AddressSet::read);
    }
}
