package dev.palisade.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EchoHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeBodyHandlerTest {
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

    private static final String SHORT = HEAD + "Content-Length: 4\r\n\r\nbody";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private WholeBodyHandler handler = new WholeBodyHandler(Duration.ofMillis(500), 16, 8);

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setErrorHandler(new ServerErrorHandler());
        handler.setHandler(new EchoHandler());
        server.setHandler(handler);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void givesUpOnABodyThatDoesNotArrive() throws IOException {
        assertThat(answer(HEAD + "Content-Length: 10\r\n\r\n{"))
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json");
    }

    @Test
    void givesUpOnABodyThatDoesNotEnd() throws IOException {
        assertThat(answer(HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"))
                .startsWith("HTTP/1.1 408");
    }

    @Test
    void passesTheWholeBodyOn() throws IOException {
        assertThat(answer(HEAD + "Content-Length: 4\r\n\r\nbody"))
                .startsWith("HTTP/1.1 200")
                .endsWith("body");
        assertThat(answer(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("body");
    }

    @Test
    void refusesABodyThatIsNotFramedAsItSays() throws IOException {
        assertThat(answer(HEAD + "Transfer-Encoding: chunked\r\n\r\nx\r\n")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 40\r\n\r\n1234567890123456789012345678901234567890",
                "Transfer-Encoding: chunked\r\n\r\n11\r\n12345678901234567\r\n1\r\n8\r\n0\r\n\r\n"
            })
    void readsABodyThatIsTooLongToItsEndSoThatTheConnectionStays(String tooLong) throws IOException {
        var answers = answer("POST / HTTP/1.1\r\nHost: x\r\n" + tooLong + SHORT);

        assertThat(answers)
                .startsWith("HTTP/1.1 413")
                .containsOnlyOnce("HTTP/1.1 200")
                .endsWith("body");
        awaitHeld(0);
    }

    @Test
    void refusesABodyThatIsTooLongAlsoWhereItDoesNotEnd() throws IOException {
        assertThat(answer(HEAD + "Content-Length: 40\r\n\r\n12345678901234567")).startsWith("HTTP/1.1 413");
        awaitHeld(0);
    }

    @Test
    void holdsNoMoreBodiesThanFitInMemoryAndForgetsThoseThatAreAnswered() throws Exception {
        patient();
        try (var slow = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            send(slow, HEAD + "Content-Length: 8\r\n\r\n1234567");
            awaitHeld(7);
            assertThat(answer(SHORT)).startsWith("HTTP/1.1 503").contains("application/problem+json");
            awaitHeld(7);

            send(slow, "8");
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("12345678");
        }
        awaitHeld(0);
        assertThat(answer(SHORT)).startsWith("HTTP/1.1 200").endsWith("body");
    }

    @Test
    void forgetsABodyWhoseClientHasGone() throws Exception {
        patient();
        try (var slow = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            send(slow, HEAD + "Content-Length: 8\r\n\r\n1234567");
            awaitHeld(7);
        }
        awaitHeld(0);
    }

    @Test
    void forgetsABodyWhoseTimeIsUp() throws IOException {
        assertThat(answer(HEAD + "Content-Length: 8\r\n\r\n1234567")).startsWith("HTTP/1.1 408");
        awaitHeld(0);
    }

    /** Lets no time run out: how long a busy machine takes must not matter. */
    private void patient() throws Exception {
        server.stop();
        handler = new WholeBodyHandler(Duration.ofMinutes(5), 16, 8);
        handler.setHandler(new EchoHandler());
        server.setHandler(handler);
        server.start();
    }

    /** Waits until bodies take so many bytes: a request is read, and forgotten, some time after it is sent or answered. */
    private void awaitHeld(long bytes) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (handler.held() != bytes && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(handler.held()).isEqualTo(bytes);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String answer(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
