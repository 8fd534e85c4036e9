package dev.palisade.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresIT {
    private static Postgres postgres;
    private static Map<String, String> settings;

    @BeforeAll
    static void start() throws Exception {
        postgres = new Postgres();
        settings = Map.of("DATABASE_URL", postgres.url(), "DATABASE_POOL_SIZE", "4");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void keepsObjectsBeyondTheProcess() {
        String location;
        try (var client = Client.of(settings)) {
            assertThat(Client.json(client.get("/")).get("store").asText()).isEqualTo("postgresql");
            location = client.post("{\"text\": \"'; drop table item; -- &\", \"n\": 1.50}")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }
        try (var client = Client.of(settings)) {
            var item = Client.json(client.get(location));
            assertThat(item.at("/data/text").asText()).isEqualTo("'; drop table item; -- &");
            assertThat(item.at("/data/n").decimalValue()).isEqualByComparingTo("1.5");
            assertThat(item.get("createdAt").asText()).endsWith("Z");
        }
    }

    @Test
    void showsAllObjectsPageByPage() {
        try (var client = Client.of(settings)) {
            var before = Client.json(client.post("{}")).get("id").asText();
            var added = new ArrayList<String>();
            for (var i = 0; i < 5; i++) {
                added.add(
                        Client.json(client.post("{\"n\": " + i + "}")).get("id").asText());
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
            assertThat(client.get("/api/data/3f2504e0-4f89-11d3-9a0c-0305e82c3301")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void endsAPageOfLargeObjectsBeforeItGetsLargerThanTheLargestBody() {
        try (var client = Client.of(settings)) {
            var before = Client.json(client.post("{}")).get("id").asText();
            var added = new ArrayList<String>();
            // Of 64 Ki characters the first two leave too few for the third, and the fourth is small.
            for (var texts : new int[] {7, 7, 15, 1}) {
                var body = "{\"texts\": [" + ("\"" + "x".repeat(4000) + "\",").repeat(texts) + "0]}";
                added.add(Client.json(client.post(body)).get("id").asText());
            }
            var sizes = new ArrayList<Integer>();
            var shown = new ArrayList<String>();
            var path = "/api/data?limit=100&after=" + before;
            while (!path.isEmpty()) {
                var page = Client.json(client.get(path));
                page.get("items").forEach(item -> shown.add(item.get("id").asText()));
                sizes.add(page.get("items").size());
                path = page.has("next")
                        ? "/api/data?limit=100&after=" + page.get("next").asText()
                        : "";
            }
            assertThat(shown).isEqualTo(added);
            assertThat(sizes).containsExactly(2, 2);
        }
    }

    @Test
    void isNotReadyWhileTheDatabaseIsDownAndRecovers() throws Exception {
        try (var client = Client.of(settings)) {
            postgres.stop();

            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(client.get("/health/ready").statusCode()).isEqualTo(503);
            var refused = client.get("/api/data");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.body()).doesNotContainIgnoringCase("sql").doesNotContain("hunter2");

            postgres.start();
            var deadline = Instant.now().plusSeconds(60);
            while (client.get("/health/ready").statusCode() != 200) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(200);
            }
            assertThat(client.get("/api/data").statusCode()).isEqualTo(200);
        }
    }
}
