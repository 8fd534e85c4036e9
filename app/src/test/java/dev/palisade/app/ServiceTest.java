package dev.palisade.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {
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
    void tellsItsNameVersionAndWhereDataIsKept() {
        var about = Client.json(client.get("/"));

        assertThat(about.get("service").asText()).isEqualTo("palisade");
        assertThat(about.get("version").asText()).isNotBlank();
        assertThat(about.get("store").asText()).isEqualTo("memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
    void isHealthyOnceItHasStarted(String path) {
        var response = client.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.json(response).get("status").asText()).isEqualTo("UP");
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        var response = client.get("/nowhere");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Client.json(response).get("title").asText()).isEqualTo("Not Found");
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        var response = client.send(
                client.request("/health").method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }
}
