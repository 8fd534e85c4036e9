package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

/** A provider's inputs: texts stand as they are, everything else as the JSON of it. */
public final class ProviderInputs {
    private ProviderInputs() {}

    /** The value behind the JSON; missing where the text is empty; the text itself where it is no JSON. */
    public static Value read(Resource provider, Property property) {
        Value value = provider.get(property);
        if (!(value.open() instanceof Value.Text text)) {
            return value;
        }
        if (text.value().isBlank()) {
            return Value.missing();
        }
        return JsonText.read(text.value()).orElse(value);
    }

    /** Whether an option is given: neither absent nor false, and not an empty text, list or object. */
    static Truth isGiven(Value value) {
        if (value.isUnknown()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(value.text()
                .map(text -> !text.isEmpty() && !"false".equalsIgnoreCase(text))
                .orElse(!value.fields().isEmpty()
                        || (value.open() instanceof Value.Items
                                && !value.items().isEmpty())));
    }
}
