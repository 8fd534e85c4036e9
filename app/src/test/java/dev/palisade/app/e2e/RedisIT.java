package dev.palisade.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisIT {
    private static final int PORT = Peer.freePort();
    private static final String URL = "redis://127.0.0.1:" + PORT;
    private static Process redis;

    @BeforeAll
    static void start() throws Exception {
        redis = redis();
    }

    @AfterAll
    static void stop() {
        Peer.stop(redis);
    }

    @Test
    void countsAcrossInstancesAndForEachAloneWhileRedisIsDown() throws Exception {
        var settings = Map.of("REDIS_URL", URL, "RATE_LIMIT", "3/hour");
        try (var one = Client.of(settings);
                var other = Client.of(settings)) {
            assertThat(one.get("/api/data").statusCode()).isEqualTo(200);
            assertThat(other.get("/api/data").statusCode()).isEqualTo(200);
            assertThat(one.get("/api/data").statusCode()).isEqualTo(200);
            var refused = other.get("/api/data");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1100L, 1200L);

            Peer.stop(redis);

            for (var i = 0; i < 3; i++) {
                assertThat(one.get("/api/data").statusCode()).isEqualTo(200);
            }
            assertThat(one.get("/api/data").statusCode()).isEqualTo(429);
            assertThat(other.get("/api/data").statusCode()).isEqualTo(200);
        }
    }

    private static Process redis() throws Exception {
        var log = Files.createTempFile("palisade-redis", ".log");
        var process = Peer.start(
                List.of(
                        Peer.program("redis-server"),
                        "--port",
                        String.valueOf(PORT),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--dir",
                        Path.of("/tmp").toString()),
                log);
        var client = RedisClient.create(URL);
        try {
            for (var i = 0; i < 100; i++) {
                try (var connection = client.connect()) {
                    if ("PONG".equals(connection.sync().ping())) {
                        return process;
                    }
                } catch (RedisException e) {
                    Thread.sleep(100);
                }
            }
        } finally {
            client.shutdown();
        }
        throw new IllegalStateException(Files.readString(log));
    }
}
