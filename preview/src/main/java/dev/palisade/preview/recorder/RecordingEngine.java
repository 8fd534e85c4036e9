package dev.palisade.preview.recorder;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Engine;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/** Answers the messages of {@code pulumirpc.Engine}. What the program logs does not come here, but to its log. */
final class RecordingEngine implements Engine {
    @Override
    public CompletableFuture<@Nullable Void> logAsync(LogRequest request) {
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
}
