package dev.palisade.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Map<String, String> NEEDED = Map.of(
            "AUTH_JWKS_URL", "https://issuer.example/keys",
            "AUTH_ISSUER", "https://issuer.example/",
            "AUTH_AUDIENCE", "palisade");

    @Test
    void startsWithAnIssuerAlone() {
        var settings = Settings.read(NEEDED);

        assertThat(settings.auth()).isInstanceOf(AuthSettings.Token.class);
        assertThat(settings.server())
                .isEqualTo(new ServerSettings(5000, 9090, 256, Duration.ofSeconds(10), Duration.ofSeconds(20)));
        assertThat(settings.rateLimits().standard()).isEqualTo(new RateLimit(100, Duration.ofHours(1)));
        assertThat(settings.database()).isNull();
        assertThat(settings.redis()).isNull();
        assertThat(settings.otlpEndpoint()).isNull();
        assertThat(settings.corsOrigins()).isEmpty();
        assertThat(settings.trustedProxyHops()).isZero();
        assertThat(settings.debug()).isFalse();
    }

    @Test
    void takesEverySetting() {
        var settings = read(Map.ofEntries(
                Map.entry("PORT", "8080"),
                Map.entry("DATABASE_URL", "postgresql://app:p%40ss+@db.example/palisade?sslmode=verify-full"),
                Map.entry("DATABASE_POOL_SIZE", "3"),
                Map.entry("RATE_LIMIT", "7/minute, POST /api/data = 2/second"),
                Map.entry("REDIS_URL", "rediss://:secret@cache.example:6379"),
                Map.entry("TRUSTED_PROXY_HOPS", "1"),
                Map.entry("CORS_ORIGINS", "https://a.example, http://localhost:3000"),
                Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"),
                Map.entry("DEBUG", "true")));

        assertThat(settings.server().port()).isEqualTo(8080);
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings(
                        "jdbc:postgresql://db.example:5432/palisade?sslmode=verify-full",
                        "app",
                        new Secret("p@ss+"),
                        3));
        assertThat(settings.rateLimits().of("GET /api/data")).isEqualTo(new RateLimit(7, Duration.ofMinutes(1)));
        assertThat(settings.rateLimits().of("POST /api/data")).isEqualTo(new RateLimit(2, Duration.ofSeconds(1)));
        assertThat(settings.redis()).isEqualTo(new Secret("rediss://:secret@cache.example:6379"));
        assertThat(settings.corsOrigins()).containsExactlyInAnyOrder("https://a.example", "http://localhost:3000");
        assertThat(settings.otlpEndpoint()).hasHost("collector");
        assertThat(settings.debug()).isTrue();
    }

    @Test
    void takesTheLeastAndTheMostOfARange() {
        assertThat(read(Map.of("TRUSTED_PROXY_HOPS", "0")).trustedProxyHops()).isZero();
        assertThat(read(Map.of("TRUSTED_PROXY_HOPS", "5")).trustedProxyHops()).isEqualTo(5);
    }

    @Test
    void asksForTokensWhereAuthenticationIsExplicitlyNotDisabled() {
        var settings = read(Map.of("AUTH_DISABLED", "false", "DEBUG", "false"));

        assertThat(settings.auth()).isInstanceOf(AuthSettings.Token.class);
        assertThat(settings.debug()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 65536, a whole number from 0 to 65535",
        "PORT, x, a whole number from 0 to 65535",
        "METRICS_PORT, 5000, another port than PORT",
        "AUTH_JWKS_URL, http://issuer.example/keys, an https URL",
        "AUTH_DISABLED, yes, true or false",
        "AUTH_DISABLED, true, no other AUTH_ setting beside it",
        "RATE_LIMIT, 0/hour, <count>/<second",
        "RATE_LIMIT, 100, <count>/<second",
        "RATE_LIMIT, '1/hour,GET /=1/hour', <count>/<second",
        "TRUSTED_PROXY_HOPS, -1, a whole number from 0 to 5",
        "CORS_ORIGINS, *, origins such as",
        "CORS_ORIGINS, https://a.example/, origins such as",
        "OTEL_EXPORTER_OTLP_ENDPOINT, collector:4318, a URL such as",
        "DEBUG, 1, true or false"
    })
    void tellsWhatWasExpectedOfABadSetting(String name, String value, String expected) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name + ": expected " + expected);
    }

    @Test
    void tellsAllBadSettingsAtOnce() {
        assertThatThrownBy(() -> Settings.read(Map.of("PORT", "x", "DEBUG", "y", "DATABASE_URL", "z")))
                .hasMessageContainingAll(
                        "PORT:", "DEBUG:", "DATABASE_URL:", "AUTH_JWKS_URL:", "AUTH_ISSUER:", "AUTH_AUDIENCE:");
    }

    @Test
    void neverRepeatsASecret() {
        assertThatThrownBy(() -> read(Map.of("DATABASE_URL", "mysql://u:hunter2@h/d", "REDIS_URL", "hunter2")))
                .hasMessageContainingAll("DATABASE_URL:", "REDIS_URL:")
                .hasMessageNotContaining("hunter2");
        assertThat(read(Map.of("DATABASE_URL", "postgresql://u:hunter2@h/d")).toString())
                .contains("***")
                .doesNotContain("hunter2");
    }

    private static Settings read(Map<String, String> variables) {
        var all = new HashMap<>(NEEDED);
        all.putAll(variables);
        return Settings.read(all);
    }
}
