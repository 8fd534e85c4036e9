package dev.palisade.policy.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stack: its resources, indexed, and the relations between them. Immutable. */
public final class Graph {
    private final Map<String, Resource> byUrn;
    private final Map<String, List<Resource>> byType;
    private final Identities identities;
    private final Map<Property, Referrers> referrers = new ConcurrentHashMap<>();
    private final Map<Class<?>, View> views = new ConcurrentHashMap<>();

    /**
     * A graph of these resources, in this order.
     *
     * @throws IllegalArgumentException if two of them have the same URN
     */
    public Graph(Collection<Resource> resources) {
        Map<String, Resource> urns = new LinkedHashMap<>();
        Map<String, List<Resource>> types = new LinkedHashMap<>();
        for (Resource resource : resources) {
            if (urns.putIfAbsent(resource.urn(), resource) != null) {
                throw new IllegalArgumentException("two resources have the URN " + resource.urn());
            }
            types.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
        }
        byUrn = urns;
        byType = types;
        identities = new Identities(types);
    }

    public Collection<Resource> resources() {
        return byUrn.values();
    }

    public Optional<Resource> find(String urn) {
        return Optional.ofNullable(byUrn.get(urn));
    }

    /** The resources of these types, type by type, in the order of the program. */
    public List<Resource> ofType(String... types) {
        if (types.length == 1) {
            return byType.getOrDefault(types[0], List.of());
        }
        return Arrays.stream(types)
                .flatMap(type -> byType.getOrDefault(type, List.of()).stream())
                .toList();
    }

    /**
     * A stack as the providers answer it.
     *
     * @param changed the URNs of the resources that are answered other than asked for
     */
    public record Answered(Graph graph, Set<String> changed) {
        public Answered {
            changed = Set.copyOf(changed);
        }
    }

    /**
     * The stack as the providers answer it, where any answer differs from what was asked for: a drifted stack must
     * comply in both views.
     */
    public Optional<Answered> asAnswered() {
        List<Resource> answered = new ArrayList<>(byUrn.size());
        Set<String> changed = new HashSet<>();
        for (Resource resource : byUrn.values()) {
            Optional<Resource> other = resource.asAnswered();
            other.ifPresent(one -> changed.add(one.urn()));
            answered.add(other.orElse(resource));
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(new Answered(new Graph(answered), changed));
    }

    public Optional<Resource> parent(Resource resource) {
        return Optional.ofNullable(resource.parent()).map(byUrn::get);
    }

    /** The stack itself, which every other resource descends from. */
    public Optional<Resource> stack() {
        return ofType(Urn.STACK_TYPE).stream().findFirst();
    }

    /**
     * The resources of these types that a property names: by value where it is known (id, ARN, name), through the
     * property's dependencies where it is not.
     */
    public Targets targets(Resource from, Property property, String... types) {
        return identities.targets(this, from, from.get(property), property.root(), types);
    }

    /** As {@link #targets(Resource, Property, String...)}, for a value read from inside of the property. */
    public Targets targets(Resource from, Property property, Value value, String... types) {
        return identities.targets(this, from, value, property.root(), types);
    }

    /** What is computed from the graph as a whole, once; {@code compute} must not ask for the same view. */
    public <T> T view(Class<T> type, Function<Graph, T> compute) {
        return type.cast(views.computeIfAbsent(type, key -> new View(compute)).get(this));
    }

    /** The resources whose property names the target: the same relation from its other end. */
    public Targets referrers(Resource target, Property property) {
        return referrers
                .computeIfAbsent(property, key -> Referrers.index(this, key))
                .of(target);
    }

    /** Who asks while another computes it waits for that one view only. */
    private static final class View {
        private final Function<Graph, ?> compute;
        private @Nullable Object value;

        View(Function<Graph, ?> compute) {
            this.compute = compute;
        }

        synchronized Object get(Graph graph) {
            if (value == null) {
                value = Objects.requireNonNull(compute.apply(graph));
            }
            return value;
        }
    }
}
