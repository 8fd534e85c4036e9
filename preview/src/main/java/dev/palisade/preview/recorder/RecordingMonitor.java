package dev.palisade.preview.recorder;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Monitor;
import dev.palisade.policy.graph.Options;
import dev.palisade.preview.component.Constructed;
import dev.palisade.preview.component.EksCluster;
import dev.palisade.preview.component.UnmodelledArgument;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;

/**
 * What the program registers its resources with: it answers the messages of {@code pulumirpc.ResourceMonitor}. The SDK
 * hands them over as they are; no network is between.
 */
final class RecordingMonitor implements Monitor {
    /** What this monitor does not do; the SDK says so itself where a program wants it. */
    private static final Set<String> UNSUPPORTED =
            Set.of("transforms", "invokeTransforms", "outputValues", "resourceHooks", "errorHooks");

    private final Registry registry;
    private final Invocations invocations;

    RecordingMonitor(Registry registry) {
        this.registry = registry;
        this.invocations = new Invocations(registry.ledger(), registry.scopes());
    }

    @Override
    public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(SupportsFeatureRequest request) {
        return answer(() -> SupportsFeatureResponse.newBuilder()
                .setHasSupport(!UNSUPPORTED.contains(request.getId()))
                .build());
    }

    @Override
    public CompletableFuture<RegisterPackageResponse> registerPackageAsync(RegisterPackageRequest request) {
        return answer(() -> RegisterPackageResponse.newBuilder()
                .setRef(request.getName() + "@" + request.getVersion())
                .build());
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
            com.pulumi.resources.Resource resource, RegisterResourceRequest request) {
        return answer(() -> request.getRemote() ? construct(request) : register(request));
    }

    @Override
    public CompletableFuture<ReadResourceResponse> readResourceAsync(
            com.pulumi.resources.Resource resource, ReadResourceRequest request) {
        return answer(() -> {
            var entry = registry.register(new Registry.Request(
                    request.getType(),
                    request.getName(),
                    true,
                    request.getParent(),
                    request.getProperties(),
                    new LinkedHashSet<>(request.getDependenciesList()),
                    Map.of(),
                    request.getProvider(),
                    request.getVersion(),
                    Options.NONE));
            return ReadResourceResponse.newBuilder()
                    .setUrn(entry.resource().urn())
                    .setProperties(entry.outputs())
                    .build();
        });
    }

    @Override
    public CompletableFuture<Void> registerResourceOutputsAsync(RegisterResourceOutputsRequest request) {
        return answer(() -> {
            registry.ledger().putOutputs(request.getUrn(), request.getOutputs());
            return null;
        });
    }

    @Override
    public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
        return answer(() -> ResourceInvokeResponse.newBuilder()
                .setReturn(invocations.answer(request.getTok(), request.getArgs(), request.getProvider()))
                .build());
    }

    @Override
    public CompletableFuture<CallResponse> callAsync(ResourceCallRequest request) {
        return answer(() -> {
            throw new IllegalArgumentException(
                    "The preview can't call %s: it knows no methods of components".formatted(request.getTok()));
        });
    }

    private RegisterResourceResponse register(RegisterResourceRequest request) {
        var entry = registry.register(new Registry.Request(
                request.getType(),
                request.getName(),
                request.getCustom(),
                request.getParent(),
                request.getObject(),
                new LinkedHashSet<>(request.getDependenciesList()),
                dependencies(request),
                request.getProvider(),
                request.getVersion(),
                options(request)));
        var id = entry.resource().id();
        return RegisterResourceResponse.newBuilder()
                .setUrn(entry.resource().urn())
                .setId(id == null ? "" : id)
                .setObject(entry.outputs())
                .build();
    }

    private RegisterResourceResponse construct(RegisterResourceRequest request) {
        if (!EksCluster.TYPE.equals(request.getType())) {
            throw new IllegalArgumentException("The preview does not know the packaged component %s: it expands %s"
                    .formatted(request.getType(), EksCluster.TYPE));
        }
        var construction = new ComponentConstruction(registry, request, options(request));
        return response(EksCluster.construct(construction.described(dependencies(request)), construction));
    }

    private RegisterResourceResponse response(Constructed constructed) {
        registry.ledger().putOutputs(constructed.urn(), constructed.outputs());
        var response =
                RegisterResourceResponse.newBuilder().setUrn(constructed.urn()).setObject(constructed.outputs());
        constructed
                .outputDependencies()
                .forEach((output, urns) -> response.putPropertyDependencies(
                        output,
                        RegisterResourceResponse.PropertyDependencies.newBuilder()
                                .addAllUrns(urns)
                                .build()));
        return response.build();
    }

    private static Map<String, Set<String>> dependencies(RegisterResourceRequest request) {
        var byProperty = new LinkedHashMap<String, Set<String>>();
        request.getPropertyDependenciesMap()
                .forEach((property, urns) -> byProperty.put(property, new LinkedHashSet<>(urns.getUrnsList())));
        return byProperty;
    }

    private static Options options(RegisterResourceRequest request) {
        return new Options(
                request.getProtect(),
                request.getRetainOnDelete(),
                false,
                request.getIgnoreChangesList(),
                request.getAdditionalSecretOutputsList());
    }

    private static <T> CompletableFuture<T> answer(Supplier<? extends @Nullable T> work) {
        try {
            return ContextAwareCompletableFuture.completedFuture(work.get());
        } catch (IllegalArgumentException | UnmodelledArgument e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
