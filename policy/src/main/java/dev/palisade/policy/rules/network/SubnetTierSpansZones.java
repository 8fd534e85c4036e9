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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tag {@code Tier} says what a subnet is for; one without it is not judged. */
@PolicyInfo(
        title = "Each tier of subnets spans more than one zone",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.A1},
        controls = {"NIST 800-53 CP-10", "NIST 800-53 SC-6", "SOC 2 A1.2", "Security Hub RDS.5"},
        why = "What needs a tier that has one zone goes down with that zone, however many subnets the tier has.",
        remedy = "Give every tier a subnet in each zone that the nodes use.",
        snippet = "SubnetArgs.builder().availabilityZone(zone).tags(Map.of(\"Tier\", \"data\"))")
public final class SubnetTierSpansZones implements RelationPolicy {
    private static final Property TAGS = Property.of(Zones.SUBNET, "tags");
    private static final Property VPC = Property.of(Zones.SUBNET, "vpcId");

    @Override
    public Set<String> types() {
        return Set.of(Zones.SUBNET);
    }

    @Override
    public Verdict check(Resource subnet, Graph graph) {
        Optional<String> tier = tier(subnet).text();
        if (tier.isEmpty()) {
            return tier(subnet).isUnknown() ? Verdict.unknown("not known yet: its tag Tier") : Verdict.NOT_APPLICABLE;
        }
        List<Resource> all = graph.ofType(Zones.SUBNET).stream()
                .filter(other -> tier(other).text().equals(tier))
                .filter(other -> Vpcs.mayBeOne(other.get(VPC), subnet.get(VPC)))
                .toList();
        return Verdict.require(
                Truth.of(Zones.of(new Targets(all, true)).size() > 1)
                        .or(Zones.areKnown(all) ? Truth.FALSE : Truth.UNKNOWN),
                "is of the tier " + tier.get() + ", which has a single zone");
    }

    private static Value tier(Resource subnet) {
        return subnet.get(TAGS).field("Tier");
    }
}
