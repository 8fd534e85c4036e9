package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** In which availability zones subnets stand. */
final class Zones {
    static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final Property ZONE = Property.of(SUBNET, "availabilityZone");
    private static final Property ZONE_ID = Property.of(SUBNET, "availabilityZoneId");

    private Zones() {}

    /** The zones of these subnets, as far as they are known. */
    static Set<String> of(Targets subnets) {
        Set<String> zones = new TreeSet<>();
        subnets.resources().forEach(subnet -> {
            subnet.get(ZONE).text().ifPresent(zones::add);
            if (subnet.get(ZONE).isMissing()) {
                subnet.get(ZONE_ID).text().ifPresent(zones::add);
            }
        });
        return zones;
    }

    /** Whether each of these subnets says in which zone it stands. */
    static boolean areKnown(List<Resource> subnets) {
        return subnets.stream()
                .noneMatch(subnet ->
                        subnet.get(ZONE).isUnknown() || subnet.get(ZONE_ID).isUnknown());
    }

    /** The zones of all these subnets together. */
    static Set<String> of(List<Targets> subnets) {
        Set<String> zones = new TreeSet<>();
        subnets.forEach(some -> zones.addAll(of(some)));
        return zones;
    }

    /** The zones of the subnets that a property of these resources names. */
    static Set<String> of(Graph graph, Targets resources, Property subnet) {
        Set<String> zones = new TreeSet<>();
        resources.resources().forEach(resource -> zones.addAll(of(graph.targets(resource, subnet, SUBNET))));
        return zones;
    }
}
