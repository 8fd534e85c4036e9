package dev.palisade.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsConfigTest {
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
    void countRequestsByRouteTemplateAndStatus() throws Exception {
        for (var i = 0; i < 3; i++) {
            client.get("/api/data/" + i);
            client.get("/made-up-" + i);
        }

        var metrics = metrics("/metrics").body();

        assertThat(metrics)
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/api/data/{id}\",status=\"404\"} 3")
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"unmatched\",status=\"404\"}")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("made-up");
    }

    @Test
    void makeNoSeriesOfAMethodThatAClientMakesUp() throws Exception {
        for (var i = 0; i < 3; i++) {
            client.send(client.request("/").method("MADEUP" + i, BodyPublishers.noBody()));
        }

        assertThat(metrics("/metrics").body())
                .contains("http_server_requests_seconds_count{method=\"_OTHER\",route=\"unmatched\",status=\"405\"} 3")
                .doesNotContain("MADEUP");
    }

    @Test
    void areServedOnTheirOwnPortAlone() throws Exception {
        assertThat(client.get("/metrics").statusCode()).isEqualTo(404);
        assertThat(metrics("/metrics").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain");
        assertThat(metrics("/").statusCode()).isEqualTo(404);
        assertThat(metrics("/").body()).contains("\"status\":404").doesNotContainIgnoringCase("jetty");
        assertThat(metrics("/").headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static HttpResponse<String> metrics(String path) throws Exception {
        var url = URI.create("http://127.0.0.1:" + client.service().metricsPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
}
