package dev.palisade.preview.change;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * A graph's inputs in a form that does not depend on what a provider made up: an id, an ARN or an endpoint is replaced
 * by the resource and output that it came from, a generated name by its pattern, a secret by a mark.
 */
final class ComparableInputs {
    private static final int SHORTEST_IDENTITY = 8;

    private record Origin(String urn, String path) {
        @Override
        public String toString() {
            return urn + path;
        }
    }

    private final Map<String, Origin> origins = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    ComparableInputs(Graph graph) {
        graph.resources().forEach(this::learn);
        ambiguous.forEach(origins::remove);
    }

    Value.Fields of(Resource resource) {
        var generated = Pattern.compile(Pattern.quote(resource.name()) + "-[0-9a-f]{7,8}\\b");
        return fields(resource.inputs(), generated);
    }

    private void learn(Resource resource) {
        var given = new HashSet<String>();
        texts("", resource.inputs(), (path, text) -> given.add(text));
        var id = resource.id();
        if (id != null) {
            learn(id, new Origin(resource.urn(), ".id"));
        }
        texts("", resource.outputs(), (path, text) -> {
            if (!given.contains(text)) {
                learn(text, new Origin(resource.urn(), path));
            }
        });
    }

    private void learn(String text, Origin origin) {
        if (text.length() < SHORTEST_IDENTITY) {
            return;
        }
        var other = origins.putIfAbsent(text, origin);
        if (other != null && !other.urn().equals(origin.urn())) {
            ambiguous.add(text);
        }
    }

    private static void texts(String path, Value value, BiConsumer<String, String> found) {
        if (value instanceof Value.Fields fields) {
            fields.values().forEach((key, field) -> texts(path + "." + key, field, found));
        } else if (value instanceof Value.Items items) {
            for (int i = 0; i < items.values().size(); i++) {
                texts(path + "[" + i + "]", items.values().get(i), found);
            }
        } else if (value instanceof Value.Text text) {
            found.accept(path, text.value());
        }
    }

    private Value.Fields fields(Value.Fields fields, Pattern generated) {
        var comparable = new LinkedHashMap<String, Value>();
        fields.values().forEach((key, value) -> {
            // The engine's and the providers' own notes, such as __defaults.
            if (!key.startsWith("__") && !value.isMissing()) {
                comparable.put(key, comparable(value, generated));
            }
        });
        return new Value.Fields(comparable);
    }

    private Value comparable(Value value, Pattern generated) {
        if (value instanceof Value.Secret) {
            // A stack's export holds it encrypted: nothing can be compared.
            return new Value.Secret(Value.unknown());
        } else if (value instanceof Value.Fields fields) {
            return fields(fields, generated);
        } else if (value instanceof Value.Items items) {
            return new Value.Items(items.values().stream()
                    .map(item -> comparable(item, generated))
                    .toList());
        } else if (value instanceof Value.Text text) {
            return new Value.Text(comparable(text.value(), generated));
        }
        return value;
    }

    private String comparable(String text, Pattern generated) {
        var whole = origins.get(text);
        if (whole != null) {
            return whole.toString();
        }
        var result = generated.matcher(text).replaceAll("(generated)");
        for (var origin : origins.entrySet()) {
            if (result.contains(origin.getKey())) {
                result = result.replace(origin.getKey(), origin.getValue().toString());
            }
        }
        return result;
    }
}
