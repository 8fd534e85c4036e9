package dev.palisade.e2e.kubernetes;

import dev.palisade.e2e.engine.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link Platform} that all of them share, or skips them and says what the machine lacks. */
final class ClusterExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace OWN = Namespace.create(ClusterExtension.class);

    /** Ends with the run of all tests. The kubelets of two clusters would clear away each other's control groups. */
    private record Running(Platform platform, Path scratch, FileChannel only) implements AutoCloseable {

        static Running start() {
            try {
                var only = FileChannel.open(
                        Files.createDirectories(Tools.cache()).resolve("cluster.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                try {
                    only.lock();
                    var scratch = Files.createTempDirectory("palisade-cluster");
                    // The database's user passes through it.
                    scratch.toFile().setExecutable(true, false);
                    return new Running(Platform.start(scratch), scratch, only);
                } catch (IOException | RuntimeException | AssertionError e) {
                    only.close();
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            platform.close();
            Scratch.remove(scratch);
            only.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var lacking = Requirements.lacking();
        Assumptions.assumeTrue(lacking.isEmpty(), () -> "no Kubernetes here: " + String.join(", ", lacking));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OWN)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .platform();
    }
}
