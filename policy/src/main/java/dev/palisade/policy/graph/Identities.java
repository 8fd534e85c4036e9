package dev.palisade.policy.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** By which texts the resources of a type are named in the properties of others. */
final class Identities {
    /** The outputs that others refer to a resource by, beside its id. */
    private static final List<String> NAMING = List.of(
            "arn", "name", "bucket", "keyId", "url", "clusterName", "logGroupName", "repositoryUrl", "invokeArn");

    private final Map<String, List<Resource>> byType;
    private final Map<String, Map<String, List<Resource>>> byTypeAndText = new HashMap<>();

    Identities(Map<String, List<Resource>> byType) {
        this.byType = byType;
        byType.forEach((type, resources) -> byTypeAndText.put(type, index(resources)));
    }

    private static Map<String, List<Resource>> index(List<Resource> resources) {
        Map<String, List<Resource>> index = new HashMap<>();
        for (Resource resource : resources) {
            for (String text : texts(resource)) {
                index.computeIfAbsent(text, key -> new ArrayList<>(1)).add(resource);
            }
        }
        return index;
    }

    private static Set<String> texts(Resource resource) {
        Set<String> texts = new LinkedHashSet<>();
        if (resource.id() != null && !resource.id().isEmpty()) {
            texts.add(resource.id());
        }
        for (String name : NAMING) {
            resource.outputs().field(name).text().ifPresent(texts::add);
            resource.inputs().field(name).text().ifPresent(texts::add);
        }
        for (Value.Fields told : List.of(resource.outputs(), resource.inputs())) {
            told.field("metadata").field("name").text().ifPresent(texts::add);
        }
        return texts;
    }

    Targets targets(Graph graph, Resource from, Value value, String root, String... types) {
        // By URN: the hash of a resource is that of everything in it.
        Map<String, Resource> found = new LinkedHashMap<>();
        boolean decided = true;
        List<Value> leaves = leaves(value);
        for (Value leaf : leaves) {
            if (leaf.text().isPresent()) {
                named(leaf.text().get(), found, types);
            } else if (!leaf.isMissing()) {
                List<Resource> candidates = dependencies(graph, from, root, types);
                candidates.forEach(candidate -> found.put(candidate.urn(), candidate));
                decided = decided && isTold(value, leaves.size(), candidates.size());
            }
        }
        return new Targets(List.copyOf(found.values()), decided);
    }

    /** A path through a list to a list, such as the groups of each interface, is a list of lists. */
    private static List<Value> leaves(Value value) {
        if (value.text().isPresent() || value.isUnknown()) {
            return List.of(value);
        }
        return value.items().stream()
                .flatMap(item -> item.open() instanceof Value.Items ? leaves(item).stream() : Stream.of(item))
                .toList();
    }

    /**
     * Whether the dependencies of an unknown value tell which resources it names: one name can only mean one
     * candidate, a list may mean all of them.
     */
    private static boolean isTold(Value value, int leaves, int candidates) {
        return candidates == 1 || (candidates > 1 && value.open() instanceof Value.Items && candidates <= leaves);
    }

    private void named(String text, Map<String, Resource> found, String... types) {
        for (String type : types) {
            byTypeAndText
                    .getOrDefault(type, Map.of())
                    .getOrDefault(text, List.of())
                    .forEach(resource -> found.put(resource.urn(), resource));
        }
    }

    private List<Resource> dependencies(Graph graph, Resource from, String root, String... types) {
        Set<String> urns = from.propertyDependencies().getOrDefault(root, Set.of());
        List<Resource> found = new ArrayList<>();
        for (String type : types) {
            if (!byType.containsKey(type)) {
                continue;
            }
            for (String urn : urns) {
                graph.find(urn).filter(resource -> resource.type().equals(type)).ifPresent(found::add);
            }
        }
        return found;
    }
}
