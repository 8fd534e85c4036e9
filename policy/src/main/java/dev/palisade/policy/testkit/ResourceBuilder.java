package dev.palisade.policy.testkit;

import dev.palisade.policy.graph.Options;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource, property by property. A path such as {@code spec.template.spec} makes the objects on its way.
 *
 * <p>Values are what a JSON parser would give (maps, lists, texts, numbers, booleans), or a {@link Value}.
 */
public final class ResourceBuilder {
    private final String type;
    private final String name;
    private String parent = StackBuilder.URN;
    private String id;
    private @Nullable String provider;
    private Options options = Options.NONE;
    private final Map<String, Value> inputs = new LinkedHashMap<>();
    private final Map<String, Value> outputs = new LinkedHashMap<>();
    private final Map<String, Set<String>> propertyDependencies = new LinkedHashMap<>();

    private ResourceBuilder(String type, String name) {
        this.type = type;
        this.name = name;
        this.id = name + "-id";
    }

    public static ResourceBuilder resource(String type, String name) {
        return new ResourceBuilder(type, name);
    }

    public String urn() {
        return "urn:pulumi:test::palisade::" + type + "::" + name;
    }

    public ResourceBuilder set(String path, Object value) {
        put(inputs, Property.of(type, path).path(), value instanceof Value known ? known : Values.ofJson(value));
        return this;
    }

    public ResourceBuilder unset(String path) {
        return set(path, Value.missing());
    }

    public ResourceBuilder secret(String path, Object value) {
        return set(path, new Value.Secret(Values.ofJson(value)));
    }

    /** Not known yet; comes from outputs of the sources. */
    public ResourceBuilder unknown(String path, ResourceBuilder... sources) {
        for (ResourceBuilder source : sources) {
            depend(path, source);
        }
        return set(path, Value.unknown());
    }

    /** The known id of another resource. */
    public ResourceBuilder refer(String path, ResourceBuilder target) {
        depend(path, target);
        return set(path, target.id);
    }

    /** The known ids of other resources, as a list. */
    public ResourceBuilder referAll(String path, ResourceBuilder... targets) {
        List<String> ids = new ArrayList<>();
        for (ResourceBuilder target : targets) {
            depend(path, target);
            ids.add(target.id);
        }
        return set(path, ids);
    }

    /** A known output of another resource, set there with {@link #output}. */
    public ResourceBuilder referOutput(String path, ResourceBuilder target, String output) {
        depend(path, target);
        return set(path, target.outputs.getOrDefault(output, Value.missing()));
    }

    public ResourceBuilder output(String key, Object value) {
        outputs.put(key, value instanceof Value known ? known : Values.ofJson(value));
        return this;
    }

    public ResourceBuilder id(String id) {
        this.id = id;
        return this;
    }

    public ResourceBuilder parent(ResourceBuilder parent) {
        this.parent = parent.urn();
        return this;
    }

    /** What makes it, as the engine says it: {@code URN::id}. */
    public ResourceBuilder provider(String provider) {
        this.provider = provider;
        return this;
    }

    public ResourceBuilder options(Options options) {
        this.options = options;
        return this;
    }

    private void depend(String path, ResourceBuilder target) {
        propertyDependencies
                .computeIfAbsent(Property.of(type, path).root(), root -> new LinkedHashSet<>())
                .add(target.urn());
    }

    private static void put(Map<String, Value> fields, List<String> path, Value value) {
        String key = path.get(0);
        if (path.size() == 1) {
            fields.put(key, value);
            return;
        }
        Map<String, Value> inner = new LinkedHashMap<>();
        Value current = fields.getOrDefault(key, Value.missing());
        inner.putAll(current.fields());
        put(inner, path.subList(1, path.size()), value);
        fields.put(key, new Value.Fields(inner));
    }

    Resource build() {
        Set<String> dependencies = new LinkedHashSet<>();
        propertyDependencies.values().forEach(dependencies::addAll);
        return new Resource(
                urn(),
                type,
                name,
                parent,
                true,
                id,
                new Value.Fields(inputs),
                new Value.Fields(outputs),
                dependencies,
                propertyDependencies,
                provider,
                options);
    }
}
