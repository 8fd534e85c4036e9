package dev.palisade.e2e;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.palisade.e2e.engine.Command;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A file system of its own in memory, which a neighbour can fill to the last byte. */
final class SmallDisk implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Less than passes between two writes of the CLI. */
    private static final Duration GREED = Duration.ofNanos(20_000);

    private final Path at;
    private final Path ballast;
    private @Nullable Thread neighbour;

    private SmallDisk(Path at) {
        this.at = at;
        ballast = at.resolve("ballast");
    }

    /** Mounts it over the directory; empty for whoever may not mount, as only root may. */
    static Optional<SmallDisk> mount(Path at) {
        return done("mount", "-t", "tmpfs", "-o", "size=256m", "tmpfs", at.toString())
                ? Optional.of(new SmallDisk(at))
                : Optional.empty();
    }

    /** Takes all room, and what becomes free again, until {@link #room}. */
    void fill() {
        neighbour = new Thread(this::write, "ballast");
        neighbour.setDaemon(true);
        neighbour.start();
    }

    private void write() {
        int size = 1 << 20;
        while (!Thread.currentThread().isInterrupted()) {
            try (var file = FileChannel.open(ballast, CREATE, WRITE, APPEND)) {
                file.write(ByteBuffer.allocate(size));
            } catch (IOException full) {
                size = Math.max(1, size / 2);
                LockSupport.parkNanos(GREED.toNanos());
            }
        }
    }

    /** Ends the neighbour and takes its file away. */
    void room() throws IOException {
        if (neighbour != null) {
            neighbour.interrupt();
            try {
                neighbour.join(LIMIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            neighbour = null;
        }
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() throws IOException {
        room();
        done("umount", "--lazy", at.toString());
    }

    private static boolean done(String... line) {
        return Command.run(Path.of("/"), Map.copyOf(System.getenv()), LIMIT, List.of(line))
                        .exitCode()
                == 0;
    }
}
