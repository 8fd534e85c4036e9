package dev.palisade.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigTest {
    private static final String END = "Host: x\r\n\r\n";
    private static Client client;

    @BeforeAll
    static void start() {
        client = Client.plain();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void refusesALargeBodyBeforeItIsSent() throws IOException {
        try (var connection = new RawConnection(client)) {
            var answer = connection
                    .send("POST /api/data HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n"
                            + END)
                    .answer();

            assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
        }
    }

    @Test
    void refusesALargeBodyOfUnknownLength() {
        var response = client.send(client.request("/api/data")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000]))));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void takesABodyUpToTheLimit() {
        var text = "\"" + "x".repeat(4000) + "\"";
        var body = "{\"list\": [" + (text + ",").repeat(15) + text + "]}";

        assertThat(body.length()).isBetween(60_000, ServerConfig.MAX_BODY);
        assertThat(client.post(body).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesHeadersThatAreTooLong() {
        var response = client.send(client.request("/").header("X-Long", "x".repeat(9000)));

        assertThat(response.statusCode()).isEqualTo(431);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nBad Header: x\r\n" + END,
                "GET / HTTP/1.1\r\nX: a\r\n b\r\n" + END,
                "GET /a%2fb HTTP/1.1\r\n" + END,
                "GET /a/..;/b HTTP/1.1\r\n" + END,
                "GET /%00 HTTP/1.1\r\n" + END,
                "GET /%c0%ae HTTP/1.1\r\n" + END,
                "POST /api/data HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + END,
                "POST /api/data HTTP/1.1\r\nContent-Length: -1\r\n" + END,
                "POST /api/data HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n" + END,
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"
            })
    void refusesWhatIsNoCleanHttp(String request) throws IOException {
        try (var connection = new RawConnection(client)) {
            var answer = connection.send(request).answer();

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer).contains("Connection: close");
            assertThat(connection.answer()).isEmpty();
            assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContainIgnoringCase("javalin");
        }
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void servesOthersWhileManyClientsSendSlowly() throws IOException {
        var slow = new ArrayList<RawConnection>();
        for (var i = 0; i < 500; i++) {
            slow.add(new RawConnection(client)
                    .send("POST /api/data HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 10\r\n" + END
                            + "{"));
        }
        try {
            assertThat(client.post("{}").statusCode()).isEqualTo(201);
            assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        } finally {
            for (var connection : slow) {
                connection.close();
            }
        }
    }

    @Test
    void keepsTheConnectionOfARefusedRequest() throws IOException {
        try (var connection = new RawConnection(client)) {
            var refused = "POST /nowhere HTTP/1.1\r\nContent-Length: 2\r\n" + END + "{}";

            assertThat(connection.send(refused).answer()).startsWith("HTTP/1.1 404");
            assertThat(connection.send(refused).answer()).startsWith("HTTP/1.1 404");
        }
    }
}
