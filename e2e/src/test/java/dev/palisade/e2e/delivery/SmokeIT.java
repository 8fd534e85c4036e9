package dev.palisade.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Repository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The smoke test tells a service that is up and guarded from one that is not. */
class SmokeIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Map<String, Integer> answers = new HashMap<>(Map.of("GET /api/data", 401, "POST /api/data", 401));
    private HttpServer server = server();

    /** Stands for both ends of the edge: plain HTTP is all there is, so the health check alone can't be right twice. */
    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            exchange.sendResponseHeaders(answers.getOrDefault(asked, 404), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aHealthyServiceThatAsksForTokensIsToldApartFromItsRedirect() {
        answers.put("GET /health", 200);
        var outcome = smoke();
        assertThat(outcome.output())
                .contains("ok      healthy: 200", "ok      no data without a token: 401", "ok      no write")
                .contains("FAILED  HTTP only to redirect: 200 instead of 301");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void dataWithoutATokenFails() {
        answers.put("GET /health", 301);
        answers.put("GET /api/data", 200);
        var outcome = smoke();
        assertThat(outcome.output())
                .contains("FAILED  no data without a token: 200 instead of 401", "ok      HTTP only to redirect: 301");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private Command.Outcome smoke() {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of("SMOKE_ATTEMPTS", "1", "SMOKE_PAUSE", "0"));
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Command.run(
                Repository.root(),
                environment,
                LIMIT,
                List.of(Repository.root().resolve(".github/smoke").toString(), url));
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
