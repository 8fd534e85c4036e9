package dev.palisade.e2e.standin;

import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import dev.palisade.preview.synthesis.AwsScope;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import pulumirpc.Plugin;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/** A provider that makes its resources in a {@link Cloud}: inputs come back, computed outputs are added. */
class StandInProvider extends ResourceProviderGrpc.ResourceProviderImplBase {
    /** Inputs that a real provider can change only by a replacement. */
    private static final Set<String> REPLACING = Set.of("availabilityZone", "cidrBlock", "name", "vpcId");

    private final StandInPackage self;
    private final Cloud cloud;
    private final Behaviour behaviour;
    private final Garbler garbler;
    private final Runnable die;
    private volatile AwsScope scope = Scope.of(Struct.getDefaultInstance());

    StandInProvider(StandInPackage self, Cloud cloud, Behaviour behaviour, Garbler garbler, Runnable die) {
        this.self = self;
        this.cloud = cloud;
        this.behaviour = behaviour;
        this.garbler = garbler;
        this.die = die;
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<Plugin.PluginInfo> observer) {
        reply(
                observer,
                Plugin.PluginInfo.newBuilder().setVersion(self.version()).build());
    }

    @Override
    public void attach(Plugin.PluginAttach request, StreamObserver<Empty> observer) {
        reply(observer, Empty.getDefaultInstance());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
        reply(observer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
        reply(observer, difference(request.getOldInputs(), request.getNews()));
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
        scope = Scope.of(request.getArgs());
        reply(
                observer,
                ConfigureResponse.newBuilder()
                        .setAcceptSecrets(true)
                        .setAcceptResources(true)
                        .setAcceptOutputs(true)
                        .setSupportsPreview(true)
                        .build());
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        var named = Outputs.check(request.getType(), request.getUrn(), request.getNews());
        var inputs = behaviour.weakened(request.getType(), request.getName(), named);
        reply(observer, CheckResponse.newBuilder().setInputs(inputs).build());
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
        reply(observer, difference(request.getOldInputs(), request.getNews()));
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        if (request.getPreview()) {
            var known = Outputs.inPreview(request.getType(), request.getUrn(), request.getProperties(), scope);
            reply(observer, CreateResponse.newBuilder().setProperties(known).build());
            return;
        }
        work(observer, () -> {
            var made = Outputs.of(request.getType(), request.getUrn(), request.getProperties(), scope);
            cloud.create(request.getType(), request.getUrn(), request.getProperties(), made);
            return CreateResponse.newBuilder()
                    .setId(made.id())
                    .setProperties(made.outputs())
                    .build();
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
        var response = ReadResponse.newBuilder();
        cloud.read(request.getType(), request.getId()).ifPresent(thing -> response.setId(thing.id())
                .setProperties(thing.properties())
                .setInputs(request.hasInputs() ? request.getInputs() : thing.inputs()));
        reply(observer, response.build());
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
        if (request.getPreview()) {
            var known = Outputs.inPreview(request.getType(), request.getUrn(), request.getNews(), scope);
            reply(observer, UpdateResponse.newBuilder().setProperties(known).build());
            return;
        }
        work(observer, () -> {
            var outputs = Outputs.of(request.getType(), request.getUrn(), request.getNews(), scope)
                    .outputs();
            if (!cloud.update(request.getType(), request.getId(), request.getNews(), outputs)) {
                throw Status.NOT_FOUND
                        .withDescription(request.getUrn() + " does not exist")
                        .asRuntimeException();
            }
            return UpdateResponse.newBuilder().setProperties(outputs).build();
        });
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
        work(observer, () -> {
            cloud.delete(request.getType(), request.getId());
            return Empty.newBuilder().build();
        });
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        reply(observer, Empty.getDefaultInstance());
    }

    /** Does what changes the world, with the fault that is due. */
    final <T extends Message> void work(StreamObserver<T> observer, Supplier<T> work) {
        try {
            var due = behaviour.beforeWork();
            var response = work.get();
            if (due instanceof Fault.Dies) {
                die.run();
                return;
            }
            if (due instanceof Fault.Garbage) {
                garbler.choose(response);
            }
            reply(observer, response);
        } catch (StatusRuntimeException e) {
            observer.onError(e);
        }
    }

    private static DiffResponse difference(Struct before, Struct now) {
        var changed = new TreeSet<String>();
        var names = new TreeSet<>(before.getFieldsMap().keySet());
        names.addAll(now.getFieldsMap().keySet());
        for (var name : names) {
            if (!Objects.equals(
                    before.getFieldsMap().get(name), now.getFieldsMap().get(name))) {
                changed.add(name);
            }
        }
        List<String> replacing = changed.stream().filter(REPLACING::contains).toList();
        return DiffResponse.newBuilder()
                .setChanges(changed.isEmpty() ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME)
                .addAllDiffs(changed)
                .addAllReplaces(replacing)
                .setDeleteBeforeReplace(!replacing.isEmpty())
                .build();
    }

    static <T> void reply(StreamObserver<T> observer, T response) {
        observer.onNext(response);
        observer.onCompleted();
    }
}
