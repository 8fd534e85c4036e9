package dev.palisade.e2e.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.e2e.engine.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Requests to the service from where the load balancer is, one connection each, until it is stopped. */
final class Load implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration END = Duration.ofSeconds(30);

    /**
     * What became of the requests; times in milliseconds.
     *
     * @param retried those of the good ones that needed a second try or more
     * @param lost how many failed for good, by error
     */
    record Figures(
            int requests, int good, int retried, Map<String, Integer> lost, long medianMs, long p99Ms, long maxMs) {
        Figures {
            lost = Map.copyOf(lost);
        }
    }

    private final Command command;
    private final Path stop;

    private Load(Command command, Path stop) {
        this.command = command;
        this.stop = stop;
    }

    /** Starts so many clients, who rest so many milliseconds after each request and retry a failed one so often. */
    static Load start(Platform platform, int clients, int restMs, int retries) {
        var machine = platform.cluster().machine();
        try {
            var stop = Files.createTempFile(machine.file(""), "load", ".stop");
            Files.delete(stop);
            return new Load(
                    machine.start(List.of(Machine.outside(
                            "probe",
                            "load",
                            platform.entrance() + "/health/live",
                            stop.toString(),
                            String.valueOf(clients),
                            String.valueOf(restMs),
                            String.valueOf(retries)))),
                    stop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it; what became of all requests. */
    Figures stop() {
        try {
            Files.createFile(stop);
            return JSON.readValue(command.await(END).output(), Figures.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!Files.exists(stop)) {
            stop();
        }
        command.close();
    }
}
