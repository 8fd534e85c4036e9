package dev.palisade.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsConfigTest {
    private static Client client;

    @BeforeAll
    static void start() {
        client = Client.of(Map.of("CORS_ORIGINS", "https://app.example.com,https://other.example.com"));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void answersPagesOfAllowedOrigins() {
        var response = from("https://app.example.com");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example.com");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(response.headers().allValues("Vary")).anyMatch(value -> value.contains("Origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "http://app.example.com",
                "https://app.example.com:8443",
                "https://app.example.com.evil.com",
                "https://evilapp.example.com",
                "null",
                "https://app.example.com https://evil.example.com"
            })
    void refusesPagesOfOtherOriginsBeforeTheRouteRuns(String origin) {
        var kept = client.get("/api/data").body();

        var response = client.send(client.request("/api/data")
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(client.get("/api/data").body()).isEqualTo(kept);
    }

    @Test
    void answersAPreflightWithWhatIsAllowedAndNotWithWhatWasAsked() {
        var response = preflight("https://app.example.com");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, HEAD, POST");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("Authorization, Content-Type, X-Request-Id");
        assertThat(preflight("https://evil.example.com").statusCode()).isEqualTo(403);
    }

    @Test
    void answersItsOwnPages() {
        assertThat(from("http://127.0.0.1:" + client.port()).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> from(String origin) {
        return client.send(client.request("/api/data").header("Origin", origin));
    }

    private static HttpResponse<String> preflight(String origin) {
        return client.send(client.request("/api/data")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "DELETE")
                .header("Access-Control-Request-Headers", "X-Evil")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
