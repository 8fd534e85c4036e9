package dev.palisade.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {
    private static Client client;

    @BeforeAll
    static void start() {
        client = Client.plain();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/api/data", "/nowhere", "/a%2fb"})
    void protectEveryResponse(String path) {
        var headers = client.get(path).headers();

        assertThat(headers.firstValue("Strict-Transport-Security").orElse("")).startsWith("max-age=63072000");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void repeatAWellFormedRequestId() {
        var response = client.send(client.request("/nowhere").header("X-Request-Id", "abc-DEF_1.23"));

        assertThat(response.headers().firstValue("X-Request-Id")).hasValue("abc-DEF_1.23");
        assertThat(Client.json(response).get("requestId").asText()).isEqualTo("abc-DEF_1.23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "<script>alert(1)</script>", "{\"level\":\"ERROR\"}"})
    void replaceARequestIdThatIsNotWellFormed(String id) {
        var response = client.send(client.request("/").header("X-Request-Id", id));

        assertThat(response.headers().firstValue("X-Request-Id").orElse("")).matches("[0-9a-f-]{36}");
    }

    @Test
    void tellWhichMethodsThereAre() {
        var response = client.send(client.request("/api/data").DELETE());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElse("").split(", "))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST");
    }

    @Test
    void cannotBeReachedByOverridingTheMethod() {
        var response = client.send(client.request("/api/data")
                .header("X-HTTP-Method-Override", "GET")
                .POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(400);
    }
}
