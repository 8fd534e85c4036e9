package dev.palisade.policy.pack;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.StructPatch;
import dev.palisade.policy.graph.Value;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;

/** Asks the pack what the engine asks it of graphs, so that an archive of classes can be made of what a run needs. */
final class Rehearsal {
    private final AnalyzerGrpc.AnalyzerBlockingStub pack;
    /** In a preview, what comes from another resource is not known. */
    private final boolean preview;

    private Rehearsal(AnalyzerGrpc.AnalyzerBlockingStub pack, boolean preview) {
        this.pack = pack;
        this.preview = preview;
    }

    /**
     * Plays a preview and an update of each graph, and ends.
     *
     * @param args the paths of graphs
     */
    public static void main(String[] args) throws IOException, Deployment.MalformedException {
        AnalyzerServer analyzer = Main.loading();
        Server server = Main.started(analyzer);
        analyzer.getReady();
        ManagedChannel channel = OkHttpChannelBuilder.forAddress("localhost", server.getPort())
                .usePlaintext()
                .build();
        try {
            for (String path : args) {
                Graph graph = Deployment.read(Files.readString(Path.of(path)));
                new Rehearsal(AnalyzerGrpc.newBlockingStub(channel), true).play(graph);
                new Rehearsal(AnalyzerGrpc.newBlockingStub(channel), false).play(graph);
            }
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private void play(Graph graph) {
        pack.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
        pack.configureStack(
                AnalyzerStackConfigureRequest.newBuilder().setDryRun(preview).build());
        pack.getPluginInfo(Empty.getDefaultInstance());
        pack.getAnalyzerInfo(Empty.getDefaultInstance());
        pack.configure(ConfigureAnalyzerRequest.getDefaultInstance());
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        for (Resource resource : graph.resources()) {
            AnalyzeRequest planned = planned(resource);
            pack.remediate(planned);
            pack.analyze(planned);
            stack.addResources(registered(resource, planned));
        }
        pack.analyzeStack(stack.build());
    }

    private AnalyzeRequest planned(Resource resource) {
        return AnalyzeRequest.newBuilder()
                .setType(resource.type())
                .setUrn(resource.urn())
                .setName(resource.name())
                .setProperties(inputs(resource))
                .setOptions(AnalyzerResourceOptions.newBuilder().setParent(text(resource.parent())))
                .setProvider(provider(resource))
                .build();
    }

    private AnalyzerResource registered(Resource resource, AnalyzeRequest planned) {
        AnalyzerResource.Builder registered = AnalyzerResource.newBuilder()
                .setType(resource.type())
                .setUrn(resource.urn())
                .setName(resource.name())
                .setProperties(preview ? planned.getProperties() : StructPatch.of(resource.outputs()))
                .setOptions(planned.getOptions())
                .setProvider(planned.getProvider())
                .setParent(text(resource.parent()))
                .addAllDependencies(resource.dependencies());
        resource.propertyDependencies()
                .forEach((property, urns) -> registered.putPropertyDependencies(
                        property,
                        AnalyzerPropertyDependencies.newBuilder()
                                .addAllUrns(urns)
                                .build()));
        return registered.build();
    }

    private Struct inputs(Resource resource) {
        Map<String, Value> inputs = new LinkedHashMap<>(resource.inputs().values());
        if (preview) {
            inputs.replaceAll((property, value) -> resource.propertyDependencies()
                            .getOrDefault(property, Set.of())
                            .isEmpty()
                    ? value
                    : Value.unknown());
        }
        return StructPatch.of(new Value.Fields(inputs));
    }

    private static AnalyzerProviderResource provider(Resource resource) {
        return AnalyzerProviderResource.newBuilder()
                .setUrn(text(resource.provider()))
                .build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
