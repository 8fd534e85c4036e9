package dev.palisade.policy.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;

/** Asks the pack once what the engine asks it of a graph, so that an archive of classes can be made of what a run needs. */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Plays a preview, and ends.
     *
     * @param args the path of a graph
     */
    public static void main(String[] args) throws IOException {
        JsonNode resources =
                new ObjectMapper().readTree(Path.of(args[0]).toFile()).at("/deployment/resources");
        Server server = Main.started(Main.loading());
        ManagedChannel channel = OkHttpChannelBuilder.forAddress("localhost", server.getPort())
                .usePlaintext()
                .build();
        try {
            play(AnalyzerGrpc.newBlockingStub(channel), resources);
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private static void play(AnalyzerGrpc.AnalyzerBlockingStub pack, JsonNode resources) throws IOException {
        pack.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
        pack.configureStack(
                AnalyzerStackConfigureRequest.newBuilder().setDryRun(true).build());
        pack.getPluginInfo(Empty.getDefaultInstance());
        pack.getAnalyzerInfo(Empty.getDefaultInstance());
        pack.configure(ConfigureAnalyzerRequest.getDefaultInstance());
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        for (JsonNode resource : resources) {
            AnalyzeRequest planned = planned(resource);
            pack.remediate(planned);
            pack.analyze(planned);
            stack.addResources(AnalyzerResource.newBuilder()
                    .setType(planned.getType())
                    .setUrn(planned.getUrn())
                    .setName(planned.getName())
                    .setProperties(planned.getProperties()));
        }
        pack.analyzeStack(stack.build());
    }

    private static AnalyzeRequest planned(JsonNode resource) throws IOException {
        String urn = resource.path("urn").asText();
        Struct.Builder inputs = Struct.newBuilder();
        if (resource.has("inputs")) {
            JsonFormat.parser().merge(resource.get("inputs").toString(), inputs);
        }
        return AnalyzeRequest.newBuilder()
                .setType(resource.path("type").asText())
                .setUrn(urn)
                .setName(urn.substring(urn.lastIndexOf("::") + 2))
                .setProperties(inputs)
                .build();
    }
}
