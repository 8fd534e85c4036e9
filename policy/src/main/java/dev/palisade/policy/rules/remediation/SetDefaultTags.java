package dev.palisade.policy.rules.remediation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives an AWS provider that sets no tags at all the two that tell whose its resources are. */
public final class SetDefaultTags implements Remediation {
    private static final String PROVIDER = "pulumi:providers:aws";
    private static final Property TAGS = Property.of(PROVIDER, "defaultTags");

    @Override
    public Set<String> types() {
        return Set.of(PROVIDER);
    }

    @Override
    public Optional<Value.Fields> fix(Resource provider) {
        if (!provider.get(TAGS).isMissing()) {
            return Optional.empty();
        }
        Urn urn = Urn.parse(provider.urn());
        return Optional.of(
                provider.inputs().with(TAGS, Value.of(json(Map.of("project", urn.project(), "stack", urn.stack())))));
    }

    /** A provider's structured inputs are JSON text on the wire. */
    private static String json(Map<String, String> tags) {
        try {
            return new ObjectMapper().writeValueAsString(Map.of("tags", new java.util.TreeMap<>(tags)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can always be written", e);
        }
    }

    @Override
    public String done() {
        return "Gave every resource of the provider the default tags project and stack.";
    }
}
