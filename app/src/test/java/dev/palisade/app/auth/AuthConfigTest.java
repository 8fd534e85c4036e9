package dev.palisade.app.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthConfigTest {
    private static Issuer issuer;
    private static Client client;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        client = Client.of(issuer.settings());
    }

    @AfterAll
    static void stop() {
        client.close();
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/health/live", "/health/ready"})
    void asksForNoTokenOutsideTheDataInterface(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/data", "HEAD, /api/data", "POST, /api/data", "GET, /api/data/1", "HEAD, /api/data/1"})
    void challengesWhoBringsNoToken(String method, String path) {
        var response = client.send(client.request(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"palisade\"");
    }

    @Test
    void letsReadersReadAndWritersWrite() {
        assertThat(read("Bearer " + issuer.token("reader")).statusCode()).isEqualTo(200);
        assertThat(write(issuer.token("writer")).statusCode()).isEqualTo(201);
        assertThat(write(issuer.token("reader", "writer")).statusCode()).isEqualTo(201);
    }

    @Test
    void forbidsWhatTheRoleDoesNotGrant() {
        for (var response : new HttpResponse<?>[] {
            write(issuer.token("reader")),
            write(issuer.token()),
            write(issuer.token("WRITER")),
            read("Bearer " + issuer.token("writer"))
        }) {
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"palisade\", error=\"insufficient_scope\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic dTpw", "Bearer a b", "Bearer a.b.c", "Token x"})
    void refusesHeadersThatHoldNoToken(String header) {
        var response = read(header);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).contains("Bearer realm");
    }

    @Test
    void refusesTwoTokens() {
        var token = "Bearer " + issuer.token("reader");
        var response = client.send(
                client.request("/api/data").header("Authorization", token).header("Authorization", token));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void doesNotTellWhyATokenIsRefused() {
        var response = read("Bearer " + issuer.token("reader") + "x");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.json(response).get("detail").asText()).isEqualTo("The token is not valid.");
    }

    @Test
    void tellsThatItCannotVerifyWhileNoKeyWasEverFetched() {
        var gone = new Issuer();
        gone.close();
        try (var other = Client.of(gone.settings())) {
            var response =
                    other.send(other.request("/api/data").header("Authorization", "Bearer " + gone.token("reader")));

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("10");
        }
    }

    private static HttpResponse<String> read(String authorization) {
        return client.send(client.request("/api/data").header("Authorization", authorization));
    }

    private static HttpResponse<String> write(String token) {
        return client.send(client.request("/api/data")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }
}
