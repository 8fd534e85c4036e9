package dev.palisade.preview.recorder;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** What the program says to its user. The SDK's notes on its own steps, several for each resource, are let go. */
final class ProgramLog implements EngineLogger {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    synchronized List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    synchronized List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                .toList();
    }

    @Override
    public CompletableFuture<@Nullable Void> logAsync(
            Level level,
            String message,
            @Nullable Resource resource,
            @Nullable Integer streamId,
            @Nullable Boolean ephemeral) {
        if (level.intValue() >= Level.INFO.intValue()) {
            add(new Diagnostic(known(level), message));
        }
        return ContextAwareCompletableFuture.completedFuture(null);
    }

    @Override
    public int getErrorCount() {
        return errors().size();
    }

    @Override
    public boolean hasLoggedErrors() {
        return getErrorCount() > 0;
    }

    private synchronized void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    private static Diagnostic.Level known(Level level) {
        if (level.equals(Level.SEVERE)) {
            return Diagnostic.Level.ERROR;
        }
        return level.equals(Level.WARNING) ? Diagnostic.Level.WARNING : Diagnostic.Level.INFO;
    }
}
