package dev.palisade.e2e.standin;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Puts bytes that are no message on the wire in place of chosen responses. */
final class Garbler {
    private final Set<Object> chosen = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    /** From now on this very response is sent as garbage. */
    void choose(Object response) {
        chosen.add(response);
    }

    ServerServiceDefinition over(BindableService service) {
        var plain = service.bindService();
        var descriptor =
                ServiceDescriptor.newBuilder(plain.getServiceDescriptor().getName());
        var methods = plain.getMethods().stream().map(this::garbling).toList();
        methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
        var garbling = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(garbling::addMethod);
        return garbling.build();
    }

    private <Q, S> ServerMethodDefinition<Q, S> garbling(ServerMethodDefinition<Q, S> method) {
        var plain = method.getMethodDescriptor();
        return ServerMethodDefinition.create(
                plain.toBuilder(plain.getRequestMarshaller(), garbling(plain.getResponseMarshaller()))
                        .build(),
                method.getServerCallHandler());
    }

    private <T> MethodDescriptor.Marshaller<T> garbling(MethodDescriptor.Marshaller<T> plain) {
        return new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(T value) {
                return chosen.remove(value)
                        ? new ByteArrayInputStream("\u00ff not a message".getBytes(StandardCharsets.UTF_8))
                        : plain.stream(value);
            }

            @Override
            public T parse(InputStream stream) {
                return plain.parse(stream);
            }
        };
    }
}
