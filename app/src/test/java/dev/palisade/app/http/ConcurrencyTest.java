package dev.palisade.app.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.settings.ServerSettings;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int BOUND = 2;

    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    private final Javalin server = Javalin.create(config -> {
        new ServerConfig(new ServerSettings(0, 0, BOUND, Duration.ZERO, Duration.ofSeconds(1))).applyTo(config);
        config.routes.get("/", this::handle);
    });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void runsSoManyRequestsAtOneTimeAndRefusesOneThatWaitsTooLong() throws Exception {
        var client = HttpClient.newHttpClient();
        var first = send(client);
        var second = send(client);
        assertThat(begun.tryAcquire(BOUND, 20, SECONDS)).isTrue();

        var third = send(client).get(20, SECONDS);

        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(begun.availablePermits()).isZero();
        mayEnd.countDown();
        assertThat(first.get(20, SECONDS).statusCode()).isEqualTo(200);
        assertThat(second.get(20, SECONDS).statusCode()).isEqualTo(200);
    }

    private void handle(Context context) throws InterruptedException {
        begun.release();
        context.status(mayEnd.await(20, SECONDS) ? 200 : 500);
    }

    private CompletableFuture<HttpResponse<Void>> send(HttpClient client) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding());
    }
}
