package dev.palisade.policy.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes one place deep inside of a value and keeps everything else, secrets and unknowns included. */
final class Changes {
    private Changes() {}

    static Value.Fields with(Value.Fields fields, List<String> path, Value value) {
        String segment = path.get(0);
        String key = Property.strip(segment);
        List<String> rest = path.subList(1, path.size());
        Value current = fields.field(key);
        Value changed = segment.endsWith("[]") ? each(current, rest, value) : inside(current, rest, value);
        Map<String, Value> values = new LinkedHashMap<>(fields.values());
        values.put(key, changed);
        return new Value.Fields(values);
    }

    private static Value each(Value list, List<String> rest, Value value) {
        return list instanceof Value.Items items
                ? new Value.Items(items.values().stream()
                        .map(item -> inside(item, rest, value))
                        .toList())
                : list;
    }

    private static Value inside(Value current, List<String> rest, Value value) {
        if (rest.isEmpty()) {
            return value;
        }
        if (current instanceof Value.Fields fields) {
            return with(fields, rest, value);
        }
        return current.isMissing() ? with(new Value.Fields(Map.of()), rest, value) : current;
    }
}
