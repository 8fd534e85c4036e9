package dev.palisade.preview.recorder;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/** What the program logs to: {@code pulumirpc.Engine}. */
final class EngineService extends EngineImplBase {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final AtomicReference<String> root = new AtomicReference<>("");

    synchronized List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    @Override
    public void log(LogRequest request, StreamObserver<Empty> observer) {
        synchronized (this) {
            diagnostics.add(new Diagnostic(level(request.getSeverity()), request.getMessage()));
        }
        answer(observer, Empty.getDefaultInstance());
    }

    @Override
    public void getRootResource(GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> observer) {
        answer(observer, GetRootResourceResponse.newBuilder().setUrn(root.get()).build());
    }

    @Override
    public void setRootResource(SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> observer) {
        root.set(request.getUrn());
        answer(observer, SetRootResourceResponse.getDefaultInstance());
    }

    @Override
    public void requirePulumiVersion(
            RequirePulumiVersionRequest request, StreamObserver<RequirePulumiVersionResponse> observer) {
        answer(observer, RequirePulumiVersionResponse.getDefaultInstance());
    }

    private static Diagnostic.Level level(LogSeverity severity) {
        return switch (severity) {
            case DEBUG -> Diagnostic.Level.DEBUG;
            case WARNING -> Diagnostic.Level.WARNING;
            case ERROR -> Diagnostic.Level.ERROR;
            default -> Diagnostic.Level.INFO;
        };
    }

    private static <T> void answer(StreamObserver<T> observer, T message) {
        observer.onNext(message);
        observer.onCompleted();
    }
}
