package dev.palisade.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitConfigTest {

    @Test
    void allowsAHundredRequestsAnHourAndRefusesTheNext() {
        try (var client = Client.of(Map.of("RATE_LIMIT", "100/hour"))) {
            for (var i = 0; i < 100; i++) {
                assertThat(client.get("/api/data").statusCode()).isEqualTo(200);
            }

            var refused = client.get("/api/data");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(30L, 36L);
            assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"/api/data\";q=100;w=3600");
            assertThat(refused.headers().firstValue("RateLimit").orElse("")).startsWith("\"/api/data\";r=0;t=");
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
            assertThat(client.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsWhatIsLeft() {
        try (var client = Client.of(Map.of("RATE_LIMIT", "3/hour"))) {
            var first = client.get("/api/data");

            assertThat(first.headers().firstValue("RateLimit").orElse("")).startsWith("\"/api/data\";r=2;t=");
            assertThat(first.headers().firstValue("Retry-After")).isEmpty();
        }
    }

    @Test
    void countsAllMethodsAndIdsTogether() {
        try (var client = Client.of(Map.of("RATE_LIMIT", "3/hour"))) {
            client.post("{}");
            client.get("/api/data/1");
            client.send(client.request("/api/data").method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

            assertThat(client.get("/api/data").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void countsARouteWithALimitOfItsOwnApart() {
        try (var client = Client.of(Map.of("RATE_LIMIT", "2/hour,POST /api/data=1/hour"))) {
            assertThat(client.post("{}").statusCode()).isEqualTo(201);
            assertThat(client.post("{}").statusCode()).isEqualTo(429);
            assertThat(client.get("/api/data").statusCode()).isEqualTo(200);
            assertThat(client.get("/api/data").statusCode()).isEqualTo(200);
            assertThat(client.get("/api/data").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void countsBeforeItLooksAtTheToken() {
        try (var issuer = new dev.palisade.app.auth.Issuer();
                var client = Client.of(with(issuer.settings(), "RATE_LIMIT", "1/hour"))) {
            assertThat(client.get("/api/data").statusCode()).isEqualTo(401);
            assertThat(client.get("/api/data").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void cannotBeEscapedByMakingUpForwardedAddresses() {
        try (var client = Client.of(Map.of("RATE_LIMIT", "1/hour", "TRUSTED_PROXY_HOPS", "1"))) {
            assertThat(forwarded(client, "198.51.100.7")).isEqualTo(200);
            assertThat(forwarded(client, "203.0.113.1, 198.51.100.7")).isEqualTo(429);
            assertThat(forwarded(client, "203.0.113.2, 203.0.113.3,198.51.100.7"))
                    .isEqualTo(429);
            assertThat(forwarded(client, "198.51.100.7:4711")).isEqualTo(429);
            assertThat(forwarded(client, "198.51.100.8")).isEqualTo(200);
        }
    }

    @Test
    void takesOneIpv6NetworkForOneClient() {
        try (var client = Client.of(Map.of("RATE_LIMIT", "1/hour", "TRUSTED_PROXY_HOPS", "1"))) {
            assertThat(forwarded(client, "2001:db8:1:1::1")).isEqualTo(200);
            assertThat(forwarded(client, "2001:db8:1:1:ffff::2")).isEqualTo(429);
            assertThat(forwarded(client, "[2001:db8:1:1::3]:4711")).isEqualTo(429);
            assertThat(forwarded(client, "2001:db8:1:2::1")).isEqualTo(200);
        }
    }

    @Test
    void ignoresForwardedAddressesWithoutAProxy() {
        try (var client = Client.of(Map.of("RATE_LIMIT", "1/hour"))) {
            assertThat(forwarded(client, "198.51.100.7")).isEqualTo(200);
            assertThat(forwarded(client, "198.51.100.8")).isEqualTo(429);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "unknown, 198.51.100.7"})
    void countsAProxyWhoseHeaderDoesNotNameTheClient(String addresses) {
        try (var client = Client.of(Map.of("RATE_LIMIT", "1/hour", "TRUSTED_PROXY_HOPS", "2"))) {
            assertThat(forwarded(client, addresses)).isEqualTo(200);
            assertThat(client.get("/api/data").statusCode()).isEqualTo(429);
        }
    }

    private static int forwarded(Client client, String addresses) {
        return client.send(client.request("/api/data").header("X-Forwarded-For", addresses))
                .statusCode();
    }

    private static Map<String, String> with(Map<String, String> variables, String name, String value) {
        var all = new java.util.HashMap<>(variables);
        all.put(name, value);
        return all;
    }
}
