package dev.palisade.preview.recorder;

import com.google.protobuf.Struct;
import dev.palisade.policy.graph.Options;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Values;
import dev.palisade.preview.stack.StackConfiguration;
import dev.palisade.preview.synthesis.Created;
import dev.palisade.preview.synthesis.Synthesis;
import dev.palisade.preview.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The engine's bookkeeping: gives each resource its URN, its provider and its state. */
final class Registry {
    /**
     * A resource before it is registered, with protobuf's empty texts for what is absent.
     *
     * @param provider a provider's reference; empty for the default provider
     */
    record Request(
            String type,
            String name,
            boolean custom,
            String parent,
            Struct inputs,
            Set<String> dependencies,
            Map<String, Set<String>> propertyDependencies,
            String provider,
            String version,
            Options options) {
        Request withInputs(Struct others) {
            return new Request(
                    type, name, custom, parent, others, dependencies, propertyDependencies, provider, version, options);
        }
    }

    private final StackConfiguration configuration;
    private final Ledger ledger;
    private final Synthesis synthesis;
    private final Fixes fixes;
    private final AwsScopes scopes;
    private final Set<String> unlisted = ConcurrentHashMap.newKeySet();

    Registry(StackConfiguration configuration, Ledger ledger, Synthesis synthesis, AwsScopes scopes, Fixes fixes) {
        this.configuration = configuration;
        this.ledger = ledger;
        this.synthesis = synthesis;
        this.fixes = fixes;
        this.scopes = scopes;
    }

    /** Types whose computed outputs are not known here, and are therefore left out of the answers. */
    Set<String> unlisted() {
        return new TreeSet<>(unlisted);
    }

    Ledger ledger() {
        return ledger;
    }

    AwsScopes scopes() {
        return scopes;
    }

    Ledger.Entry register(Request request) {
        var urn = urn(request);
        var checked =
                request.custom() ? request.withInputs(synthesis.check(request.type(), urn, request.inputs())) : request;
        var provider = provider(checked);
        var planned = resource(checked, urn, provider, null, Struct.getDefaultInstance());
        var inputs = fixes.apply(planned, checked.inputs()).orElse(checked.inputs());
        var created = request.custom()
                ? synthesis.create(request.type(), urn, inputs, scopes.of(provider))
                : new Created("", Struct.getDefaultInstance());
        if (request.custom() && !synthesis.knows(request.type())) {
            unlisted.add(request.type());
        }
        var outputs = withSecrets(created.outputs(), checked.options().additionalSecretOutputs());
        var entry = new Ledger.Entry(
                resource(checked.withInputs(inputs), urn, provider, created.id(), outputs), inputs, outputs);
        if (!ledger.add(entry)) {
            throw new IllegalArgumentException(
                    "Duplicate resource URN '%s'; try giving it a unique name".formatted(urn));
        }
        return entry;
    }

    private Resource resource(
            Request request, String urn, @Nullable String provider, @Nullable String id, Struct outputs) {
        return new Resource(
                urn,
                request.type(),
                request.name(),
                parent(request).orElse(null),
                request.custom(),
                id == null || id.isEmpty() ? null : id,
                Values.of(request.inputs()),
                Values.of(outputs),
                request.dependencies(),
                request.propertyDependencies(),
                provider,
                request.options());
    }

    String stackUrn() {
        return "urn:pulumi:%s::%s::%s::%s-%s"
                .formatted(
                        configuration.stack(),
                        configuration.project(),
                        Urn.STACK_TYPE,
                        configuration.project(),
                        configuration.stack());
    }

    private String urn(Request request) {
        var chain = parent(request)
                .filter(parent -> !parent.equals(stackUrn()))
                .map(parent -> parent.split("::", 4)[2] + "$")
                .orElse("");
        return "urn:pulumi:%s::%s::%s%s::%s"
                .formatted(configuration.stack(), configuration.project(), chain, request.type(), request.name());
    }

    private Optional<String> parent(Request request) {
        if (Urn.STACK_TYPE.equals(request.type())) {
            return Optional.empty();
        }
        return Optional.of(request.parent().isEmpty() ? stackUrn() : request.parent());
    }

    private @Nullable String provider(Request request) {
        if (!request.custom() || request.type().startsWith("pulumi:")) {
            return null;
        }
        return request.provider().isEmpty() ? defaultProvider(request) : request.provider();
    }

    /** The engine makes one default provider for each package and version, from the stack's configuration. */
    private synchronized String defaultProvider(Request request) {
        var packageName = ProviderReference.packageOf(request.type());
        var suffix = request.version().isEmpty() ? "" : "_" + request.version().replaceAll("[.+-]", "_");
        var urn = "urn:pulumi:%s::%s::pulumi:providers:%s::default%s"
                .formatted(configuration.stack(), configuration.project(), packageName, suffix);
        var id = synthesis
                .create("pulumi:providers:" + packageName, urn, Struct.getDefaultInstance(), AwsScopes.NOWHERE)
                .id();
        if (ledger.find(urn).isEmpty()) {
            var inputs = defaultProviderInputs(packageName, request.version());
            ledger.add(new Ledger.Entry(
                    new Resource(
                            urn,
                            "pulumi:providers:" + packageName,
                            "default" + suffix,
                            null,
                            true,
                            id,
                            Values.of(inputs),
                            Values.of(inputs),
                            Set.of(),
                            Map.of(),
                            null,
                            Options.NONE),
                    inputs,
                    inputs));
        }
        return urn + "::" + id;
    }

    private Struct defaultProviderInputs(String packageName, String version) {
        var inputs = Struct.newBuilder();
        configuration.values().forEach((key, value) -> {
            if (key.startsWith(packageName + ":")) {
                inputs.putFields(key.substring(packageName.length() + 1), Wire.string(value));
            }
        });
        if (!version.isEmpty()) {
            inputs.putFields("version", Wire.string(version));
        }
        return inputs.build();
    }

    private static Struct withSecrets(Struct outputs, List<String> secret) {
        var wrapped = outputs.toBuilder();
        for (var name : secret) {
            var value = outputs.getFieldsMap().get(name);
            if (value != null && !Wire.isSecret(value)) {
                wrapped.putFields(name, Wire.secret(value));
            }
        }
        return wrapped.build();
    }
}
