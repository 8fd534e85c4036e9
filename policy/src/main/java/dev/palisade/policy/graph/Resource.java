package dev.palisade.policy.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource as the engine knows it.
 *
 * @param type the type token; one of a legacy module ({@code aws:alb/...}) as its current name
 * @param id what the provider calls it; null for components and for what does not exist yet
 * @param inputs what the program asked for
 * @param outputs what the provider answered; empty where it has not
 * @param propertyDependencies for each top-level input the URNs that its value comes from
 */
public record Resource(
        String urn,
        String type,
        String name,
        @Nullable String parent,
        boolean custom,
        @Nullable String id,
        Value.Fields inputs,
        Value.Fields outputs,
        Set<String> dependencies,
        Map<String, Set<String>> propertyDependencies,
        @Nullable String provider,
        Options options) {
    public Resource {
        type = TypeAliases.current(type);
        dependencies = Collections.unmodifiableSet(new LinkedHashSet<>(dependencies));
        propertyDependencies = Collections.unmodifiableMap(new LinkedHashMap<>(propertyDependencies));
    }

    /**
     * The value of a property: what was asked for where that is known, else the provider's answer.
     *
     * <p>A path through a list, {@code a[].b}, gives the list of all its {@code b}.
     *
     * @throws IllegalArgumentException if the property is one of another type
     */
    public Value get(Property property) {
        if (!property.type().equals(type)) {
            throw new IllegalArgumentException(property + " is of " + property.type() + ", read on " + type);
        }
        Value asked = follow(inputs, property.path());
        if (!asked.isMissing() && !asked.isUnknown()) {
            return asked;
        }
        Value answered = follow(outputs, property.path());
        return answered.isMissing() ? asked : answered;
    }

    /** This resource as the provider answers it, where that is not what was asked for: it drifted, or was tampered with. */
    Optional<Resource> asAnswered() {
        Map<String, Value> answered = new LinkedHashMap<>(inputs.values());
        answered.replaceAll((key, asked) -> {
            Value answer = outputs.field(key);
            return answer.isMissing() || answer.hasUnknown() ? asked : merged(asked, answer);
        });
        Value.Fields changed = new Value.Fields(answered);
        return changed.equals(inputs) ? Optional.empty() : Optional.of(withInputs(changed));
    }

    /** The answer, and of an object what was asked for where the answer says nothing of it. */
    private static Value merged(Value asked, Value answer) {
        if (!(asked instanceof Value.Fields inputs) || !(answer instanceof Value.Fields outputs)) {
            return answer;
        }
        Map<String, Value> all = new LinkedHashMap<>(inputs.values());
        outputs.values().forEach((key, value) -> {
            Value own = inputs.field(key);
            if (!own.isMissing() || !Bookkeeping.is(key)) {
                all.put(key, merged(own, value));
            }
        });
        return new Value.Fields(all);
    }

    private static Value follow(Value start, List<String> path) {
        Value value = start;
        for (int i = 0; i < path.size(); i++) {
            String segment = path.get(i);
            value = value.field(Property.strip(segment));
            if (segment.endsWith("[]")) {
                return each(value, path.subList(i + 1, path.size()));
            }
        }
        return value;
    }

    private static Value each(Value list, List<String> rest) {
        if (list.isMissing()) {
            return Value.missing();
        }
        List<Value> found = new ArrayList<>();
        for (Value item : list.items()) {
            Value value = follow(item, rest);
            if (value.open() instanceof Value.Items nested && pathIsNested(rest)) {
                found.addAll(nested.values());
            } else {
                found.add(value);
            }
        }
        return new Value.Items(found);
    }

    private static boolean pathIsNested(List<String> path) {
        return path.stream().anyMatch(segment -> segment.endsWith("[]"));
    }

    /** The same resource, asked for otherwise. */
    public Resource withInputs(Value.Fields changed) {
        return new Resource(
                urn,
                type,
                name,
                parent,
                custom,
                id,
                changed,
                outputs,
                dependencies,
                propertyDependencies,
                provider,
                options);
    }

    public boolean is(String... types) {
        for (String one : types) {
            if (one.equals(type)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return type + " " + name;
    }
}
