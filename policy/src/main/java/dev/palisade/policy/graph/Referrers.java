package dev.palisade.policy.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One property's relation, turned round: who names a resource. */
final class Referrers {
    private final Property property;
    private final Graph graph;
    private final List<Resource> sources;
    private final Map<String, Index> byTargetType = new HashMap<>();

    private Referrers(Graph graph, Property property) {
        this.graph = graph;
        this.property = property;
        this.sources = graph.ofType(property.type());
    }

    static Referrers index(Graph graph, Property property) {
        return new Referrers(graph, property);
    }

    synchronized Targets of(Resource target) {
        Index index = byTargetType.computeIfAbsent(target.type(), this::build);
        return new Targets(index.byTarget.getOrDefault(target.urn(), List.of()), index.decided);
    }

    private Index build(String targetType) {
        Index index = new Index();
        for (Resource source : sources) {
            Targets targets = graph.targets(source, property, targetType);
            index.decided = index.decided && targets.decided();
            for (Resource target : targets.resources()) {
                index.byTarget
                        .computeIfAbsent(target.urn(), urn -> new ArrayList<>())
                        .add(source);
            }
        }
        return index;
    }

    private static final class Index {
        private final Map<String, List<Resource>> byTarget = new HashMap<>();
        private boolean decided = true;
    }
}
