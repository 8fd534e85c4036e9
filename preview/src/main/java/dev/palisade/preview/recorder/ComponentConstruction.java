package dev.palisade.preview.recorder;

import com.google.protobuf.Struct;
import dev.palisade.policy.graph.Options;
import dev.palisade.preview.component.Construction;
import dev.palisade.preview.component.Registered;
import dev.palisade.preview.component.Registrar;
import dev.palisade.preview.component.Registration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pulumirpc.Resource.RegisterResourceRequest;

/** Registers a packaged component's children with the options that they inherit from it. */
final class ComponentConstruction implements Registrar {
    private final Registry registry;
    private final RegisterResourceRequest request;
    private final Options options;

    ComponentConstruction(Registry registry, RegisterResourceRequest request, Options options) {
        this.registry = registry;
        this.request = request;
        this.options = options;
    }

    Construction described(Map<String, Set<String>> dependencies) {
        return new Construction(request.getName(), request.getObject(), dependencies);
    }

    @Override
    public Registered register(Registration registration) {
        boolean itself = registration.parent().isEmpty();
        var dependencies = new LinkedHashSet<>(registration.allDependencies());
        if (itself) {
            dependencies.addAll(request.getDependenciesList());
        }
        var entry = registry.register(new Registry.Request(
                registration.type(),
                registration.name(),
                registration.custom(),
                itself ? request.getParent() : registration.parent(),
                registration.object(),
                dependencies,
                registration.propertyDependencies(),
                request.getProvidersMap().getOrDefault(ProviderReference.packageOf(registration.type()), ""),
                "",
                new Options(
                        options.protect(), options.retainOnDelete(), false, registration.ignoreChanges(), List.of())));
        var id = entry.resource().id();
        return new Registered(entry.resource().urn(), id == null ? "" : id, entry.outputs());
    }

    @Override
    public Struct outputsOf(String urn) {
        return registry.ledger().find(urn).map(Ledger.Entry::outputs).orElse(Struct.getDefaultInstance());
    }
}
