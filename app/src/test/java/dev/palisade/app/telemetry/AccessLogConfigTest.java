package dev.palisade.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.app.Client;
import dev.palisade.app.auth.Issuer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessLogConfigTest {

    @Test
    void writesOneJsonLineForARequest() throws Exception {
        try (var lines = new LogLines()) {
            try (var client = Client.plain()) {
                client.send(client.request("/api/data/1?secret=x").header("X-Request-Id", "the-request"));
            }

            var line = lines.all().stream()
                    .filter(text -> text.contains("the-request"))
                    .toList();
            assertThat(line).hasSize(1);
            var json = new ObjectMapper().readTree(line.get(0));
            assertThat(json.get("method").asText()).isEqualTo("GET");
            assertThat(json.get("route").asText()).isEqualTo("/api/data/{id}");
            assertThat(json.get("status").asInt()).isEqualTo(404);
            assertThat(json.get("client").asText()).isEqualTo("127.0.0.1");
            assertThat(json.get("requestId").asText()).isEqualTo("the-request");
        }
    }

    @Test
    void holdsNoSecretAndNoLineThatAClientMadeUp() {
        try (var issuer = new Issuer();
                var lines = new LogLines();
                var client = Client.of(issuer.settings())) {
            var token = issuer.token("reader");
            client.send(client.request("/api/data?password=hunter2").header("Authorization", "Bearer " + token));
            client.send(client.request("/api/data").header("Authorization", "Bearer forged.token.hunter2"));
            client.send(client.request("/%0a%7b%22level%22%3a%22ERROR%22%7d"));
            client.send(client.request("/").header("X-Request-Id", "{\"level\":\"ERROR\"}"));

            assertThat(lines.all())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.strip()).doesNotContain("\n"))
                    .noneMatch(line ->
                            line.contains("hunter2") || line.contains(token.substring(token.lastIndexOf(".") + 1)))
                    .noneMatch(line -> line.contains("\"level\":\"ERROR\""));
        }
    }

    @Test
    void takesOverWhatLibrariesLogInTheJdksWay() {
        try (var client = Client.plain();
                var lines = new LogLines()) {
            java.util.logging.Logger.getLogger("a.library").severe("it failed");

            assertThat(client.get("/").statusCode()).isEqualTo(200);
            assertThat(lines.all()).anyMatch(line -> line.contains("\"message\":\"it failed\""));
        }
    }

    @Test
    void saysMoreOnlyWhenAsked() {
        var log = org.slf4j.LoggerFactory.getLogger("dev.palisade.app.anything");
        try (var client = Client.of(Map.of("DEBUG", "true"))) {
            assertThat(log.isDebugEnabled()).isTrue();
            assertThat(Client.json(client.get("/nowhere")).has("trace")).isFalse();
        }
        try (var client = Client.plain()) {
            assertThat(log.isDebugEnabled()).isFalse();
            assertThat(client.get("/").statusCode()).isEqualTo(200);
        }
    }
}
