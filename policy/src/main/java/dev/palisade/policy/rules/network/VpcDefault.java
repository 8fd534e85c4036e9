package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Optional;
import java.util.Set;

/** The things that AWS makes with every VPC, adopted to be emptied. */
final class VpcDefault {
    private VpcDefault() {}

    /**
     * Whether a resource adopts a VPC's default: by its id, or by its dependencies where that is not known yet.
     *
     * @param adopted the property that names the default by its id
     * @param given the VPC's output with that id
     */
    static Truth isAdopted(Resource vpc, Graph graph, Property adopted, Property given) {
        Truth found = Truth.FALSE;
        for (Resource candidate : graph.ofType(adopted.type())) {
            found = found.or(isOf(candidate, vpc, adopted, given));
        }
        return found;
    }

    private static Truth isOf(Resource candidate, Resource vpc, Property adopted, Property given) {
        Set<String> sources = candidate.propertyDependencies().getOrDefault(adopted.root(), Set.of());
        Optional<String> id = candidate.get(adopted).text();
        if (sources.contains(vpc.urn())
                || (id.isPresent() && id.equals(vpc.get(given).text()))) {
            return Truth.TRUE;
        }
        // The engine's preview tells neither the id nor where it comes from.
        return candidate.get(adopted).isUnknown() && sources.isEmpty() ? Truth.UNKNOWN : Truth.FALSE;
    }
}
