package dev.palisade.e2e.standin;

import com.google.protobuf.Struct;
import dev.palisade.preview.component.Registered;
import dev.palisade.preview.component.Registrar;
import dev.palisade.preview.component.Registration;
import dev.palisade.preview.wire.Wire;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.ResourceMonitorGrpc;

/** Registers a component's children with the engine that asked for the component. */
final class EngineRegistrar implements Registrar, AutoCloseable {
    private static final int LARGEST_MESSAGE_BYTES = 400 << 20;

    private final ConstructRequest construct;
    private final ManagedChannel channel;
    private final ResourceMonitorGrpc.ResourceMonitorBlockingStub monitor;

    EngineRegistrar(ConstructRequest construct) {
        this.construct = construct;
        channel = ManagedChannelBuilder.forTarget(construct.getMonitorEndpoint())
                .usePlaintext()
                .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
                .build();
        monitor = ResourceMonitorGrpc.newBlockingStub(channel);
    }

    @Override
    public Registered register(Registration registration) {
        var request = RegisterResourceRequest.newBuilder()
                .setType(registration.type())
                .setName(registration.name())
                .setCustom(registration.custom())
                .setParent(registration.parent())
                .setObject(registration.object())
                .addAllDependencies(registration.allDependencies())
                .addAllIgnoreChanges(registration.ignoreChanges())
                .setAcceptSecrets(true)
                .setAcceptResources(true)
                .setSupportsPartialValues(true);
        if (construct.hasProtect()) {
            // Children inherit it, as the SDK of a component's process does.
            request.setProtect(construct.getProtect());
        }
        registration
                .propertyDependencies()
                .forEach((input, urns) -> request.putPropertyDependencies(
                        input,
                        RegisterResourceRequest.PropertyDependencies.newBuilder()
                                .addAllUrns(urns)
                                .build()));
        if (registration.parent().isEmpty()) {
            // The component itself: what the program said about it holds for it and for its children.
            request.setParent(construct.getParent()).putAllProviders(construct.getProvidersMap());
        }
        if (registration.type().startsWith("pulumi:providers:")) {
            request.setVersion(StandInPackage.KUBERNETES.version());
        }
        var response = monitor.registerResource(request.build());
        return new Registered(response.getUrn(), response.getId(), response.getObject());
    }

    @Override
    public Struct outputsOf(String urn) {
        var answer = monitor.invoke(ResourceInvokeRequest.newBuilder()
                .setTok("pulumi:pulumi:getResource")
                .setArgs(Struct.newBuilder().putFields("urn", Wire.string(urn)))
                .setAcceptResources(true)
                .build());
        return answer.getReturn().getFieldsOrThrow("state").getStructValue();
    }

    void registerOutputs(String urn, Struct outputs) {
        monitor.registerResourceOutputs(RegisterResourceOutputsRequest.newBuilder()
                .setUrn(urn)
                .setOutputs(outputs)
                .build());
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
