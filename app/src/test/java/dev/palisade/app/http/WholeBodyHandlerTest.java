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

class WholeBodyHandlerTest {
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setErrorHandler(new ServerErrorHandler());
        var handler = new WholeBodyHandler(Duration.ofMillis(500));
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

    private String answer(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
