package dev.palisade.policy.testkit.mutation;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A graph with one thing changed.
 *
 * @param path the property, or empty where the resource as a whole is gone
 * @param change what was done there, for example {@code remove} or {@code = false}
 * @param changed the resource after the change; empty where it is gone
 */
public record Mutant(Resource original, String path, String change, Optional<Resource> changed) {

    /** The graph that the change is made in, with the change. */
    public Graph in(Graph graph) {
        List<Resource> resources = new ArrayList<>(graph.resources().size());
        for (Resource resource : graph.resources()) {
            if (!resource.urn().equals(original.urn())) {
                resources.add(resource);
            } else {
                changed.ifPresent(resources::add);
            }
        }
        return new Graph(resources);
    }

    /** What it is, without the names of one stack: {@code type path change}. */
    public String kind() {
        return original.type() + " " + (path.isEmpty() ? "(resource)" : path.replaceAll("\\[\\d+]", "[]")) + " "
                + change;
    }

    @Override
    public String toString() {
        return original.type() + " " + original.name() + " " + path + " " + change;
    }
}
