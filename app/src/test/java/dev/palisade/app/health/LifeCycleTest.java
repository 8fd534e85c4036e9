package dev.palisade.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    @Test
    void saysItIsNotReadyBeforeItStopsServing() throws Exception {
        var client = Client.of(Map.of("SHUTDOWN_DELAY_SECONDS", "4"));
        client.get("/api/data");
        var stopped = CompletableFuture.runAsync(client::close);
        while (client.get("/health/ready").statusCode() == 200) {
            Thread.sleep(20);
        }

        var ready = client.get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(Client.json(ready).get("status").asText()).isEqualTo("DOWN");
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(Client.json(client.get("/health")).get("ready").asText()).isEqualTo("DOWN");
        var served = client.get("/api/data");
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Connection")).hasValue("close");
        stopped.join();
    }

    @Test
    void losesNoRequestOfALoadBalancerThatWatchesReadiness() throws Exception {
        var client = Client.of(Map.of("SHUTDOWN_DELAY_SECONDS", "4"));
        var served = new AtomicInteger();
        var lost = new ConcurrentLinkedQueue<String>();
        var ready = new AtomicBoolean(true);
        var load = Executors.newFixedThreadPool(8);
        for (var i = 0; i < 8; i++) {
            load.execute(() -> load(client, ready, served, lost));
        }
        while (served.get() < 50) {
            Thread.sleep(20);
        }
        var stopped = CompletableFuture.runAsync(client::close);
        while (client.get("/health/ready").statusCode() == 200) {
            Thread.sleep(20);
        }
        ready.set(false);
        stopped.join();
        load.shutdown();

        assertThat(load.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lost).isEmpty();
    }

    @Test
    void finishesWhatItBeganBeforeItStops() throws Exception {
        var client = Client.plain();
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
            var head =
                    "POST /api/data HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n";
            connection.getOutputStream().write((head + "{").getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(300);
            var stopped = CompletableFuture.runAsync(client::close);
            Thread.sleep(300);
            assertThat(stopped).isNotDone();

            connection.getOutputStream().write('}');

            var answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 201");
            stopped.join();
        }
    }

    private static void load(
            Client client, AtomicBoolean ready, AtomicInteger served, ConcurrentLinkedQueue<String> lost) {
        while (ready.get()) {
            try {
                var status = client.get("/api/data").statusCode();
                if (status == 200) {
                    served.incrementAndGet();
                } else {
                    lost.add("status " + status);
                }
            } catch (UncheckedIOException e) {
                lost.add(e.toString());
            }
        }
    }
}
