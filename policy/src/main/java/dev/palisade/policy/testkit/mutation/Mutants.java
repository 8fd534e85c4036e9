package dev.palisade.policy.testkit.mutation;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Every single change that may weaken a graph: each resource removed; each property removed or set to something weaker;
 * each element of a list removed; the world added to a list of ranges; each reference turned to another resource of the
 * same type; each statement of a policy document widened, and one that allows everything added; properties set that
 * a compliant resource does not have.
 */
public final class Mutants {
    private final Graph graph;
    private final List<Mutant> found = new ArrayList<>();

    private Mutants(Graph graph) {
        this.graph = graph;
    }

    /** The mutants of a graph's custom resources, in the graph's order. */
    public static List<Mutant> of(Graph graph) {
        Mutants mutants = new Mutants(graph);
        graph.resources().stream()
                .filter(resource -> resource.custom() && !resource.type().startsWith("pulumi:"))
                .forEach(mutants::weaken);
        return List.copyOf(mutants.found);
    }

    private void weaken(Resource resource) {
        found.add(new Mutant(resource, "", "remove", Optional.empty()));
        resource.inputs()
                .values()
                .forEach((key, value) -> visit(resource, key, value, change -> {
                    Map<String, Value> fields =
                            new LinkedHashMap<>(resource.inputs().values());
                    Value changed = change.apply(value);
                    if (changed.isMissing()) {
                        fields.remove(key);
                    } else {
                        fields.put(key, changed);
                    }
                    return new Value.Fields(fields);
                }));
        WeakAdditions.of(resource)
                .forEach((property, value) -> add(
                        resource,
                        property.toString(),
                        "+ " + value.text().orElse("what is weak"),
                        resource.inputs().with(property, value)));
    }

    /** Makes a change at one place and gives the whole of the inputs around it. */
    private interface Place {
        Value.Fields with(UnaryOperator<Value> change);
    }

    private void visit(Resource resource, String path, Value value, Place place) {
        add(resource, path, "remove", place.with(old -> Value.missing()));
        Value open = value.open();
        for (Value weaker : WeakValues.of(open)) {
            add(resource, path, "= " + weaker.text().orElse(""), place.with(old -> weaker));
        }
        if (open instanceof Value.Text text) {
            WeakDocuments.of(text.value())
                    .forEach((change, document) -> add(resource, path, change, place.with(old -> Value.of(document))));
            swap(resource, path, text.value(), place);
        } else if (open instanceof Value.Items items) {
            elements(resource, path, items, place);
        } else if (open instanceof Value.Fields fields) {
            fields.values()
                    .forEach((key, inner) -> visit(
                            resource, path + "." + key, inner, change -> place.with(old -> put(fields, key, change))));
        }
    }

    private void elements(Resource resource, String path, Value.Items items, Place place) {
        for (int i = 0; i < items.values().size(); i++) {
            int index = i;
            visit(
                    resource,
                    path + "[" + i + "]",
                    items.values().get(i),
                    change -> place.with(old -> put(items, index, change)));
        }
        if (items.texts().stream().anyMatch(text -> text.matches("[0-9.]+/[0-9]+"))) {
            List<Value> wider = new ArrayList<>(items.values());
            wider.add(Value.of("0.0.0.0/0"));
            add(resource, path, "+ 0.0.0.0/0", place.with(old -> new Value.Items(wider)));
        }
    }

    private void swap(Resource resource, String path, String text, Place place) {
        graph.resources().stream()
                .filter(target -> text.equals(target.id()) && !text.isEmpty())
                .findFirst()
                .flatMap(target -> graph.ofType(target.type()).stream()
                        .filter(other -> other.id() != null && !text.equals(other.id()))
                        .findFirst())
                .map(Resource::id)
                .ifPresent(id -> add(resource, path, "= another of its type", place.with(old -> Value.of(id))));
    }

    private static Value put(Value.Fields fields, String key, UnaryOperator<Value> change) {
        Map<String, Value> changed = new LinkedHashMap<>(fields.values());
        Value value = change.apply(fields.field(key));
        if (value.isMissing()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new Value.Fields(changed);
    }

    private static Value put(Value.Items items, int index, UnaryOperator<Value> change) {
        List<Value> changed = new ArrayList<>(items.values());
        Value value = change.apply(changed.get(index));
        if (value.isMissing()) {
            changed.remove(index);
        } else {
            changed.set(index, value);
        }
        return new Value.Items(changed);
    }

    /** The provider answers with what it was asked for, so a change shows in its outputs as well. */
    private void add(Resource resource, String path, String change, Value.Fields inputs) {
        Map<String, Value> outputs = new LinkedHashMap<>(resource.outputs().values());
        for (String key : resource.inputs().values().keySet()) {
            if (inputs.values().containsKey(key)) {
                outputs.computeIfPresent(key, (name, old) -> inputs.field(name));
            } else {
                outputs.remove(key);
            }
        }
        Resource changed = new Resource(
                resource.urn(),
                resource.type(),
                resource.name(),
                resource.parent(),
                resource.custom(),
                resource.id(),
                inputs,
                new Value.Fields(outputs),
                resource.dependencies(),
                resource.propertyDependencies(),
                resource.provider(),
                resource.options());
        found.add(new Mutant(resource, path, change, Optional.of(changed)));
    }
}
