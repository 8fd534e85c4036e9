package dev.palisade.e2e.standin;

import dev.palisade.preview.component.Construction;
import dev.palisade.preview.component.EksCluster;
import dev.palisade.preview.component.UnmodelledArgument;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;

/**
 * The stand-in for pulumi-eks 3.9.1: a component provider that registers the children of the real one.
 *
 * <p>A model, not the component: it is the recorder's own, held to state exports of the real component by a test.
 */
final class StandInEks extends StandInProvider {
    StandInEks(Cloud cloud, Behaviour behaviour, Garbler garbler, Runnable die) {
        super(StandInPackage.EKS, cloud, behaviour, garbler, die);
    }

    @Override
    public void construct(ConstructRequest request, StreamObserver<ConstructResponse> observer) {
        try (var engine = new EngineRegistrar(request)) {
            var dependencies = new LinkedHashMap<String, Set<String>>();
            request.getInputDependenciesMap()
                    .forEach((input, urns) -> dependencies.put(input, new LinkedHashSet<>(urns.getUrnsList())));
            var built = EksCluster.construct(
                    new Construction(request.getName(), request.getInputs(), dependencies), engine);
            engine.registerOutputs(built.urn(), built.outputs());
            reply(observer, response(built.urn(), built.outputs(), built.outputDependencies()));
        } catch (UnmodelledArgument e) {
            observer.onError(Status.INVALID_ARGUMENT
                    .withDescription(e.getMessage())
                    .withCause(e)
                    .asRuntimeException());
        } catch (StatusRuntimeException e) {
            observer.onError(e);
        }
    }

    private static ConstructResponse response(
            String urn, com.google.protobuf.Struct outputs, Map<String, Set<String>> dependencies) {
        var response = ConstructResponse.newBuilder().setUrn(urn).setState(outputs);
        dependencies.forEach((output, urns) -> response.putStateDependencies(
                output,
                ConstructResponse.PropertyDependencies.newBuilder()
                        .addAllUrns(urns)
                        .build()));
        return response.build();
    }
}
