package dev.palisade.e2e.standin;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.palisade.e2e.standin.ApiServer.Name;
import dev.palisade.e2e.standin.ApiServer.RefusedException;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** The provider {@code kubernetes} before a real API server; Helm releases alone stay in the {@link Cloud}. */
final class StandInKubernetes extends StandInProvider {
    private static final String RELEASE = "kubernetes:helm.sh/v3:Release";

    private final ApiServer api;

    StandInKubernetes(ApiServer api, Cloud cloud, Behaviour behaviour, Garbler garbler, Runnable die) {
        super(StandInPackage.KUBERNETES, cloud, behaviour, garbler, die);
        this.api = api;
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        if (request.getPreview() || request.getType().equals(RELEASE)) {
            super.create(request, observer);
            return;
        }
        work(observer, () -> {
            var made = Manifests.read(asked(() -> api.create(Manifests.write(request.getProperties()))));
            var name = Manifests.name(made);
            return CreateResponse.newBuilder()
                    .setId(name.namespace().isEmpty() ? name.name() : name.namespace() + "/" + name.name())
                    .setProperties(made)
                    .build();
        });
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
        if (request.getPreview() || request.getType().equals(RELEASE)) {
            super.update(request, observer);
            return;
        }
        work(observer, () -> UpdateResponse.newBuilder()
                .setProperties(Manifests.read(asked(() -> api.apply(Manifests.write(request.getNews())))))
                .build());
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
        if (request.getType().equals(RELEASE)) {
            super.read(request, observer);
            return;
        }
        var response = ReadResponse.newBuilder();
        api.read(name(request.getProperties())).ifPresent(object -> response.setId(request.getId())
                .setProperties(Manifests.read(object))
                .setInputs(request.getInputs()));
        reply(observer, response.build());
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
        if (request.getType().equals(RELEASE)) {
            super.delete(request, observer);
            return;
        }
        work(observer, () -> {
            api.delete(name(request.getProperties()));
            return Empty.getDefaultInstance();
        });
    }

    private static Name name(Struct properties) {
        return Manifests.name(properties);
    }

    private interface Question {
        String ask() throws RefusedException;
    }

    private static String asked(Question question) {
        try {
            return question.ask();
        } catch (RefusedException e) {
            throw Status.INVALID_ARGUMENT
                    .withDescription(e.getMessage())
                    .withCause(e)
                    .asRuntimeException();
        }
    }
}
