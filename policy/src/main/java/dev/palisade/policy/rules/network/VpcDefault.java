package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The things that AWS makes with every VPC, adopted to be emptied. */
final class VpcDefault {
    private VpcDefault() {}

    /**
     * The resources that adopt a VPC's default.
     *
     * @param adopted the property that names the default by its id
     * @param given the VPC's output with that id
     */
    static List<Resource> of(Resource vpc, Graph graph, Property adopted, Property given) {
        return graph.ofType(adopted.type()).stream()
                .filter(candidate -> isOf(candidate, vpc, adopted, given))
                .toList();
    }

    private static boolean isOf(Resource candidate, Resource vpc, Property adopted, Property given) {
        Optional<String> id = candidate.get(adopted).text();
        return (id.isPresent() && id.equals(vpc.get(given).text()))
                || candidate
                        .propertyDependencies()
                        .getOrDefault(adopted.root(), Set.of())
                        .contains(vpc.urn());
    }
}
