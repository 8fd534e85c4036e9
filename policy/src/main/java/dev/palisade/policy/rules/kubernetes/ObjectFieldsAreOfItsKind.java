package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys that are data, as those of labels and of a chart's values, are not looked at. */
@PolicyInfo(
        title = "Objects have the fields of their kind, each with a value of its type",
        severity = Severity.MEDIUM,
        rows = {Row.C2, Row.C9, Row.C4},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 SI-10", "PCI DSS 2.2.1", "SOC 2 CC8.1"},
        why =
                "The API drops a field that it does not know, or refuses the object: what a misspelt or misplaced field was to guard stays open.",
        remedy = "Write the field as the API reference does, in the object that it belongs to.",
        snippet = "SecurityContextArgs.builder().runAsNonRoot(true)")
public final class ObjectFieldsAreOfItsKind implements ResourcePolicy {
    private static final ApiFields FIELDS = ApiFields.all();

    @Override
    public Set<String> types() {
        return FIELDS.kinds();
    }

    @Override
    public Verdict check(Resource resource) {
        return fields(resource.inputs(), resource.type(), new Place(resource.type(), "", false));
    }

    /**
     * Where a value stands.
     *
     * @param hidden whether what is there is secret, its names included
     */
    private record Place(String kind, String path, boolean hidden) {
        Place at(String step, Value value) {
            return new Place(kind, path.isEmpty() ? step : path + "." + step, hidden || value.isSecret());
        }

        Place item(int index, Value value) {
            return new Place(kind, path + "[" + index + "]", hidden || value.isSecret());
        }
    }

    private static Verdict judge(Value value, FieldType type, Place place) {
        if (value.isMissing()) {
            return Verdict.PASS;
        }
        if (value.isUnknown()) {
            // A text or number that comes from outputs is one: only an object can have fields that nobody knows.
            return type.element().isObject()
                    ? Verdict.unknown("not known yet: the fields of " + place.path())
                    : Verdict.PASS;
        }
        if (!type.admits(value)) {
            return Verdict.fail(place.path() + " is no " + type.word());
        }
        if (type.isList()) {
            return items(value.items(), type.element(), place);
        }
        return type.isObject() ? fields(value, type.name(), place) : Verdict.PASS;
    }

    private static Verdict items(List<Value> items, FieldType type, Place place) {
        Verdict verdict = Verdict.PASS;
        for (int i = 0; i < items.size(); i++) {
            verdict = verdict.and(judge(items.get(i), type, place.item(i, items.get(i))));
        }
        return verdict;
    }

    private static Verdict fields(Value object, String type, Place place) {
        Verdict verdict = Verdict.PASS;
        Map<String, FieldType> known = FIELDS.of(type);
        for (Map.Entry<String, Value> field : object.fields().entrySet()) {
            String name = field.getKey();
            FieldType expected = known.get(name);
            verdict = verdict.and(
                    expected == null
                            ? unknownField(name, type, place)
                            : judge(field.getValue(), expected, place.at(name, field.getValue())));
        }
        return verdict;
    }

    private static Verdict unknownField(String name, String type, Place place) {
        if (place.hidden()) {
            return Verdict.fail("a field in " + place.path() + " is none of Kubernetes");
        }
        String meant = FIELDS.meant(name, type, place.kind())
                .map(other -> ": did you mean " + other)
                .orElse("");
        return Verdict.fail(place.at(name, Value.missing()).path() + " is no field of Kubernetes" + meant);
    }
}
