package dev.palisade.app.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataConfigTest {
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
    void keepsAnObjectAndShowsItAgain() {
        var added = client.post("{\"name\": \"a\", \"sizes\": [1, 2.5], \"none\": null}");

        assertThat(added.statusCode()).isEqualTo(201);
        var item = Client.json(added);
        assertThat(item.get("data").toString()).isEqualTo("{\"name\":\"a\",\"sizes\":[1,2.5],\"none\":null}");
        var location = added.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/data/" + item.get("id").asText());
        assertThat(Client.json(client.get(location))).isEqualTo(item);
    }

    @Test
    void keepsAnObjectWhoseLengthIsNotKnownBefore() {
        var added = client.send(client.request("/api/data")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{\"a\": 1}".getBytes(UTF_8)))));

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(Client.json(added).get("data").toString()).isEqualTo("{\"a\":1}");
    }

    @Test
    void keepsTextThatCannotBeMarkup() {
        var added = client.post("{\"name\": \"<script>alert(1)</script>\"}");

        assertThat(Client.json(added).at("/data/name").asText()).isEqualTo("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "null",
                "\"text\"",
                "{} {}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": 1e999}",
                "{\"a\": NaN}",
                "{\"__proto__\": {}}",
                "{\"\": 1}",
                "{\"a\": \"\\ud800\"}",
                "{a: 1}"
            })
    void refusesABodyThatIsNoCleanObject(String body) {
        var kept = client.get("/api/data?limit=100").body();

        var response = client.post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(client.get("/api/data?limit=100").body()).isEqualTo(kept);
    }

    @Test
    void refusesDeepNesting() {
        assertThat(client.post("{\"a\":".repeat(9) + "1" + "}".repeat(9)).statusCode())
                .isEqualTo(400);
        assertThat(client.post("[".repeat(30_000)).statusCode()).isEqualTo(400);
        assertThat(client.post("{\"a\":".repeat(7) + "1" + "}".repeat(7)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var response = client.send(client.request("/api/data")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, '"', '}'})));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesOtherMediaTypes() {
        var response = client.send(client.request("/api/data").POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @Test
    void showsAllObjectsPageByPage() {
        var before = Client.json(client.post("{}")).get("id").asText();
        var added = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            added.add(Client.json(client.post("{\"n\": " + i + "}")).get("id").asText());
        }

        var shown = new ArrayList<String>();
        var path = "/api/data?limit=2&after=" + before;
        while (!path.isEmpty()) {
            var page = Client.json(client.get(path));
            page.get("items").forEach(item -> shown.add(item.get("id").asText()));
            path = page.has("next")
                    ? "/api/data?limit=2&after=" + page.get("next").asText()
                    : "";
        }

        assertThat(shown).isEqualTo(added);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "limit=", "after=1", "after="})
    void refusesPagesThatMakeNoSense(String query) {
        assertThat(client.get("/api/data?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNothingUnderOtherIds() {
        for (var id : List.of("1", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "%00")) {
            assertThat(client.get("/api/data/" + id).statusCode()).as(id).isIn(400, 404);
        }
    }
}
