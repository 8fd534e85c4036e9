package dev.palisade.preview.component;

import com.google.protobuf.Struct;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A resource to register.
 *
 * @param custom whether a provider manages it; a component is not custom
 * @param parent the parent's URN; empty for the component itself, whose parent the engine knows
 * @param inputs each input with the URNs that it depends on
 * @param dependencies URNs beyond those of the inputs
 * @param ignoreChanges property paths whose changes an update leaves alone
 */
public record Registration(
        String type,
        String name,
        boolean custom,
        String parent,
        Map<String, Tracked> inputs,
        Set<String> dependencies,
        List<String> ignoreChanges) {

    public Registration {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        dependencies = Set.copyOf(dependencies);
        ignoreChanges = List.copyOf(ignoreChanges);
    }

    static Registration component(String type, String name, String parent, Set<String> dependencies) {
        return new Registration(type, name, false, parent, Map.of(), dependencies, List.of());
    }

    static Registration resource(String type, String name, String parent, Map<String, Tracked> inputs) {
        return new Registration(type, name, true, parent, inputs, Set.of(), List.of());
    }

    Registration ignoring(String... paths) {
        return new Registration(type, name, custom, parent, inputs, dependencies, List.of(paths));
    }

    Registration dependingOn(Set<String> urns) {
        return new Registration(type, name, custom, parent, inputs, urns, ignoreChanges);
    }

    public Struct object() {
        var struct = Struct.newBuilder();
        inputs.forEach((name, input) -> struct.putFields(name, input.value()));
        return struct.build();
    }

    public Map<String, Set<String>> propertyDependencies() {
        var byProperty = new LinkedHashMap<String, Set<String>>();
        inputs.forEach((name, input) -> byProperty.put(name, input.dependsOn()));
        return byProperty;
    }

    /** Every URN that must exist first. */
    public Set<String> allDependencies() {
        var all = new LinkedHashSet<>(dependencies);
        inputs.values().forEach(input -> all.addAll(input.dependsOn()));
        return all;
    }
}
