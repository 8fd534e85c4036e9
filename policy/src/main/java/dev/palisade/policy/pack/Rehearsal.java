package dev.palisade.policy.pack;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.io.IOException;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;

/** Asks the pack once what the engine asks it, so that an archive of classes can be made of what a run needs. */
final class Rehearsal {
    private static final String TYPE = "aws:s3/bucket:Bucket";
    private static final String URN = "urn:pulumi:dev::palisade::" + TYPE + "::data";
    private static final Struct PROPERTIES = Struct.newBuilder()
            .putFields("bucket", Value.newBuilder().setStringValue("data").build())
            .build();

    private Rehearsal() {}

    /** Plays a preview of one resource, and ends. */
    public static void main(String[] args) throws IOException {
        Server server = Main.started(Main.declared());
        ManagedChannel channel = OkHttpChannelBuilder.forAddress("localhost", server.getPort())
                .usePlaintext()
                .build();
        try {
            play(AnalyzerGrpc.newBlockingStub(channel));
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private static void play(AnalyzerGrpc.AnalyzerBlockingStub pack) {
        pack.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
        pack.configureStack(
                AnalyzerStackConfigureRequest.newBuilder().setDryRun(true).build());
        pack.getPluginInfo(Empty.getDefaultInstance());
        pack.getAnalyzerInfo(Empty.getDefaultInstance());
        pack.configure(ConfigureAnalyzerRequest.getDefaultInstance());
        AnalyzeRequest bucket = AnalyzeRequest.newBuilder()
                .setType(TYPE)
                .setUrn(URN)
                .setName("data")
                .setProperties(PROPERTIES)
                .build();
        pack.remediate(bucket);
        pack.analyze(bucket);
        pack.analyzeStack(AnalyzeStackRequest.newBuilder()
                .addResources(AnalyzerResource.newBuilder()
                        .setType(TYPE)
                        .setUrn(URN)
                        .setName("data")
                        .setProperties(PROPERTIES))
                .build());
    }
}
