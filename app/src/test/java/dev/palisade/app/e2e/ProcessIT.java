package dev.palisade.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProcessIT {
    private static final String JSON = "Host: x\r\nContent-Type: application/json\r\n";

    @Test
    void losesNoRequestWhenItIsToldToStopUnderLoad() throws Exception {
        try (var instance = new Instance(Map.of("SHUTDOWN_DELAY_SECONDS", "4"))) {
            var served = new AtomicInteger();
            var lost = new ConcurrentLinkedQueue<String>();
            var ready = new AtomicBoolean(true);
            var clients = Executors.newFixedThreadPool(16);
            for (var i = 0; i < 16; i++) {
                clients.execute(() -> load(instance, ready, served, lost));
            }
            while (served.get() < 500) {
                Thread.sleep(20);
            }
            instance.stop();
            while (instance.ready()) {
                Thread.sleep(20);
            }
            var servedUntilToldToStop = served.get();
            Thread.sleep(500);
            ready.set(false);
            clients.shutdown();

            assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(lost).isEmpty();
            assertThat(served.get()).isGreaterThan(servedUntilToldToStop);
            assertThat(instance.exitCode()).isEqualTo(143);
            assertThat(instance.log()).last().asString().contains("\"stopped\"");
        }
    }

    @Test
    void servesOthersWhileTenThousandConnectionsAreOpen() throws Exception {
        var connections = new ArrayList<SocketChannel>();
        try (var instance = new Instance(Map.of())) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), instance.port());
            for (var i = 0; i < 10_000; i++) {
                var connection = SocketChannel.open(address);
                connection.write(StandardCharsets.US_ASCII.encode("GET / HTTP/1.1\r\nHost: x\r\nX-Un"));
                connections.add(connection);
            }

            assertThat(instance.get("/health/ready")).isEqualTo(200);
            assertThat(instance.get("/api/data")).isEqualTo(200);

            connections.get(0).write(StandardCharsets.US_ASCII.encode("finished: 1\r\n\r\n"));
            var answer = ByteBuffer.allocate(4096);
            assertThat(connections.get(0).read(answer)).isPositive();
            assertThat(new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200");
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void refusesAHundredMegabytesHoweverTheyAreSent() throws Exception {
        try (var instance = new Instance(Map.of())) {
            for (var i = 0; i < 3; i++) {
                assertThat(statusOf(instance, "Content-Length: 104857600\r\n\r\n", false))
                        .isEqualTo(413);
                assertThat(statusOf(instance, "Transfer-Encoding: chunked\r\n\r\n", true))
                        .isEqualTo(413);
            }

            assertThat(instance.send(instance.request("/api/data")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void givesUpOnABodyThatComesByteByByte() throws Exception {
        try (var instance = new Instance(Map.of());
                var socket = new Socket(InetAddress.getLoopbackAddress(), instance.port())) {
            socket.setSoTimeout(1000);
            socket.getOutputStream()
                    .write(("POST /api/data HTTP/1.1\r\n" + JSON + "Content-Length: 60000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var begin = Instant.now();
            var status = 0;
            while (status == 0 && Duration.between(begin, Instant.now()).toSeconds() < 30) {
                socket.getOutputStream().write('{');
                status = statusWithin(socket.getInputStream());
            }

            assertThat(status).isEqualTo(408);
            assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
            assertThat(instance.ready()).isTrue();
        }
    }

    private static void load(
            Instance instance, AtomicBoolean ready, AtomicInteger served, ConcurrentLinkedQueue<String> lost) {
        while (ready.get()) {
            try {
                var status = instance.get("/api/data");
                if (status == 200) {
                    served.incrementAndGet();
                } else {
                    lost.add("status " + status);
                }
            } catch (IOException e) {
                lost.add(e.toString());
            }
        }
    }

    /** Sends a hundred megabytes, or as much as the service lets it, and reads the answer. */
    private static int statusOf(Instance instance, String framing, boolean chunked) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), instance.port())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/data HTTP/1.1\r\n" + JSON + framing).getBytes(StandardCharsets.US_ASCII));
            var megabyte = new byte[1 << 20];
            try {
                for (var i = 0; i < 100; i++) {
                    out.write((chunked ? "100000\r\n" : "").getBytes(StandardCharsets.US_ASCII));
                    out.write(megabyte);
                    out.write((chunked ? "\r\n" : "").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                assertThat(e).as("the service hung up, as it may").isNotNull();
            }
            return statusWithin(socket.getInputStream());
        }
    }

    /** The status of an answer, or 0 if none has come when reading times out. */
    private static int statusWithin(InputStream in) throws IOException {
        try {
            var head = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(head.substring(9));
        } catch (java.net.SocketTimeoutException e) {
            return 0;
        }
    }
}
