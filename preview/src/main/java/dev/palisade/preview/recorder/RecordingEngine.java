package dev.palisade.preview.recorder;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/** What the program logs to: it answers the messages of {@code pulumirpc.Engine}. */
final class RecordingEngine implements Engine {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    synchronized List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    @Override
    public synchronized CompletableFuture<@Nullable Void> logAsync(LogRequest request) {
        diagnostics.add(new Diagnostic(level(request.getSeverity()), request.getMessage()));
        return ContextAwareCompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<GetRootResourceResponse> getRootResourceAsync(GetRootResourceRequest request) {
        return ContextAwareCompletableFuture.completedFuture(GetRootResourceResponse.getDefaultInstance());
    }

    @Override
    public CompletableFuture<RequirePulumiVersionResponse> requirePulumiVersionAsync(
            RequirePulumiVersionRequest request) {
        return ContextAwareCompletableFuture.completedFuture(RequirePulumiVersionResponse.getDefaultInstance());
    }

    private static Diagnostic.Level level(LogSeverity severity) {
        return switch (severity) {
            case DEBUG -> Diagnostic.Level.DEBUG;
            case WARNING -> Diagnostic.Level.WARNING;
            case ERROR -> Diagnostic.Level.ERROR;
            default -> Diagnostic.Level.INFO;
        };
    }
}
