package dev.palisade.preview.recorder;

import com.google.protobuf.Empty;
import dev.palisade.policy.graph.Options;
import dev.palisade.preview.component.Constructed;
import dev.palisade.preview.component.EksCluster;
import dev.palisade.preview.component.UnmodelledArgument;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/** What the program registers its resources with: {@code pulumirpc.ResourceMonitor}. */
final class MonitorService extends ResourceMonitorImplBase {
    /** What this monitor does not do; the SDK says so itself where a program wants it. */
    private static final Set<String> UNSUPPORTED =
            Set.of("transforms", "invokeTransforms", "outputValues", "resourceHooks", "errorHooks");

    private final Registry registry;
    private final Invocations invocations;

    MonitorService(Registry registry) {
        this.registry = registry;
        this.invocations = new Invocations(registry.ledger(), registry.scopes());
    }

    @Override
    public void supportsFeature(SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> observer) {
        answer(observer, () -> SupportsFeatureResponse.newBuilder()
                .setHasSupport(!UNSUPPORTED.contains(request.getId()))
                .build());
    }

    @Override
    public void registerPackage(RegisterPackageRequest request, StreamObserver<RegisterPackageResponse> observer) {
        answer(observer, () -> RegisterPackageResponse.newBuilder()
                .setRef(request.getName() + "@" + request.getVersion())
                .build());
    }

    @Override
    public void registerResource(RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
        answer(observer, () -> request.getRemote() ? construct(request) : register(request));
    }

    @Override
    public void readResource(ReadResourceRequest request, StreamObserver<ReadResourceResponse> observer) {
        answer(observer, () -> {
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
    public void registerResourceOutputs(RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
        answer(observer, () -> {
            registry.ledger().putOutputs(request.getUrn(), request.getOutputs());
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> observer) {
        answer(observer, () -> ResourceInvokeResponse.newBuilder()
                .setReturn(invocations.answer(request.getTok(), request.getArgs(), request.getProvider()))
                .build());
    }

    @Override
    public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> observer) {
        answer(observer, Empty::getDefaultInstance);
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
                request.getIgnoreChangesList(),
                request.getAdditionalSecretOutputsList());
    }

    private static <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
        try {
            observer.onNext(work.get());
            observer.onCompleted();
        } catch (IllegalArgumentException | UnmodelledArgument e) {
            observer.onError(Status.INVALID_ARGUMENT
                    .withDescription(e.getMessage())
                    .withCause(e)
                    .asRuntimeException());
        }
    }
}
