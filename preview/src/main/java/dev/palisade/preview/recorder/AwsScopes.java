package dev.palisade.preview.recorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import dev.palisade.preview.stack.StackConfiguration;
import dev.palisade.preview.synthesis.AwsScope;
import dev.palisade.preview.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where each AWS provider of the program creates things, read from the provider's own inputs. */
final class AwsScopes {
    /** For providers that have no region. */
    static final AwsScope NOWHERE = new AwsScope("us-east-1", "123456789012", Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackConfiguration configuration;
    private final Ledger ledger;
    private final Map<String, AwsScope> byReference = new ConcurrentHashMap<>();

    AwsScopes(StackConfiguration configuration, Ledger ledger) {
        this.configuration = configuration;
        this.ledger = ledger;
    }

    AwsScope of(@Nullable String reference) {
        return reference == null ? NOWHERE : byReference.computeIfAbsent(reference, this::read);
    }

    private AwsScope read(String reference) {
        var inputs = ledger.find(ProviderReference.urn(reference))
                .map(Ledger.Entry::inputs)
                .orElse(Struct.getDefaultInstance());
        var region = text(inputs, "region")
                .or(() -> Optional.ofNullable(configuration.values().get("aws:region")))
                .orElse(NOWHERE.region());
        var account = json(inputs, "allowedAccountIds").path(0).asText(NOWHERE.account());
        var tags = new LinkedHashMap<String, String>();
        json(inputs, "defaultTags")
                .path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new AwsScope(region, account, tags);
    }

    private static Optional<String> text(Struct inputs, String name) {
        return Optional.ofNullable(inputs.getFieldsMap().get(name))
                .map(Wire::reveal)
                .map(com.google.protobuf.Value::getStringValue)
                .filter(text -> !text.isEmpty());
    }

    /** Providers take their structures as JSON texts. */
    private static JsonNode json(Struct inputs, String name) {
        try {
            return JSON.readTree(text(inputs, name).orElse("null"));
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
