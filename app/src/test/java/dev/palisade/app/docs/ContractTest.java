package dev.palisade.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.app.Client;
import dev.palisade.app.auth.Issuer;
import dev.palisade.app.auth.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
    private static final Contract CONTRACT = new Contract();
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
    void namesEveryRouteAndNoOther() {
        assertThat(CONTRACT.operations()).isEqualTo(routes(Set.of(Role.values())));
    }

    @Test
    void asksForATokenWhereTheRouteAsksForARole() {
        assertThat(CONTRACT.open()).isEqualTo(routes(Set.of(Role.ANYONE)));
    }

    @Test
    void hasARoleForEveryRoute() {
        assertThat(client.service().routes())
                .allSatisfy((route, roles) -> assertThat(roles).as(route).hasSize(1));
    }

    @Test
    void showsEveryReadingRouteToHeadWithTheSameRole() {
        client.service().routes().forEach((route, roles) -> {
            if (route.startsWith("GET ")) {
                assertThat(client.service().routes()).containsEntry(route.replace("GET ", "HEAD "), roles);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/, About",
        "/health, OverallHealth",
        "/health/live, Health",
        "/health/ready, Health",
        "/api/data, Page",
        "/nowhere, Problem",
        "/api/data/1, Problem",
        "/api/data?limit=0, Problem",
        "/a%2fb, Problem"
    })
    void describesWhatIsAnswered(String path, String schema) {
        client.post("{\"a\": 1}");

        assertThat(CONTRACT.violations(schema, Client.json(client.get(path)))).isEmpty();
    }

    @Test
    void describesWhatIsKept() {
        var kept = client.post("{\"a\": {\"b\": [null, true, \"x\"]}}");

        assertThat(CONTRACT.violations("Item", Client.json(kept))).isEmpty();
    }

    @Test
    void describesRefusals() {
        try (var issuer = new Issuer();
                var guarded = Client.of(issuer.settings())) {
            assertThat(CONTRACT.violations("Problem", Client.json(guarded.get("/api/data"))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\": 1}",
                "{\"a\": [1, {\"b\": null}]}",
                "[]",
                "{\"__proto__\": 1}",
                "{\"a b\": 1}",
                "{\"a\": 1e301}",
                "1"
            })
    void agreesWithTheServiceOnWhatIsAnObject(String body) throws Exception {
        var valid =
                CONTRACT.violations("Data", new ObjectMapper().readTree(body)).isEmpty();
        var status = client.post(body).statusCode();

        assertThat(status).isEqualTo(valid ? 201 : 400);
    }

    @Test
    void isShownAsItIsAndOnAPage() {
        var contract = client.get("/openapi.yaml");
        var page = client.get("/docs");

        assertThat(contract.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(contract.body()).startsWith("openapi: 3.1.0");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("style-src 'self'");
        assertThat(page.body()).contains("openapi: 3.1.0").contains("`&lt;`").doesNotContain("{{");
        assertThat(client.get("/docs.css").body()).contains("font");
    }

    private static Set<String> routes(Set<Role> roles) {
        return client.service().routes().entrySet().stream()
                .filter(route -> !route.getKey().startsWith("HEAD "))
                .filter(route -> roles.containsAll(route.getValue()))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
