package dev.palisade.app.settings;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings of the service. The table in README.md tells what each variable means.
 *
 * @param server ports and bounds
 * @param auth who may use the data interface
 * @param database where data is kept, or null to keep it in memory
 * @param rateLimits how often a client may use the data interface
 * @param redis where requests are counted, or null to count in memory
 * @param trustedProxyHops proxies that append to {@code X-Forwarded-For}
 * @param corsOrigins origins whose pages may use the service
 * @param otlpEndpoint where traces go, or null to make none
 * @param debug whether to log more
 */
public record Settings(
        ServerSettings server,
        AuthSettings auth,
        @Nullable DatabaseSettings database,
        RateLimits rateLimits,
        @Nullable Secret redis,
        int trustedProxyHops,
        Set<String> corsOrigins,
        @Nullable URI otlpEndpoint,
        boolean debug) {

    private static final String RATE_LIMIT_FORM =
            "<count>/<second, minute, hour or day>, then optionally ,<route>=<limit> such as POST /api/data=10/minute";
    private static final String DATABASE_FORM = "postgresql://user:password@host:5432/name";
    private static final String REDIS_FORM = "redis:// or rediss:// with a host";
    private static final String ORIGINS_FORM = "origins such as https://app.example.com";
    private static final String OTLP_FORM = "a URL such as http://collector:4318";

    public Settings {
        corsOrigins = Set.copyOf(corsOrigins);
    }

    /**
     * Reads the settings.
     *
     * @param variables the environment
     * @throws SettingsException if any is bad; it names all that are
     */
    public static Settings read(Map<String, String> variables) {
        var environment = new Environment(variables);
        var server = server(environment);
        var auth = auth(environment);
        var poolSize = environment.number("DATABASE_POOL_SIZE", 10, 1, 100);
        var database = environment.secret("DATABASE_URL", DATABASE_FORM, text -> Addresses.database(text, poolSize));
        var limits = environment.read("RATE_LIMIT", RateLimits.parse("100/hour"), RATE_LIMIT_FORM, RateLimits::parse);
        var redis = environment.secret("REDIS_URL", REDIS_FORM, Addresses::redis);
        var hops = environment.number("TRUSTED_PROXY_HOPS", 0, 0, 5);
        var origins = environment.read("CORS_ORIGINS", Set.<String>of(), ORIGINS_FORM, Addresses::origins);
        var otlp = environment.optional("OTEL_EXPORTER_OTLP_ENDPOINT", OTLP_FORM, Addresses::collector);
        var debug = environment.flag("DEBUG");
        environment.check();
        return new Settings(server, requireNonNull(auth), database, limits, redis, hops, origins, otlp, debug);
    }

    private static ServerSettings server(Environment environment) {
        var server = new ServerSettings(
                environment.number("PORT", 5000, 0, 65_535),
                environment.number("METRICS_PORT", 9090, 0, 65_535),
                environment.number("MAX_CONCURRENT_REQUESTS", 256, 1, 10_000),
                Duration.ofSeconds(environment.number("SHUTDOWN_DELAY_SECONDS", 10, 0, 60)),
                Duration.ofSeconds(environment.number("SHUTDOWN_TIMEOUT_SECONDS", 20, 1, 60)));
        if (server.port() == server.metricsPort() && server.port() != 0) {
            environment.reject("METRICS_PORT", "expected another port than PORT, but both are " + server.port());
        }
        return server;
    }

    /** Null only where an error was noted. */
    private static @Nullable AuthSettings auth(Environment environment) {
        var keySet = environment.optional("AUTH_JWKS_URL", "an https URL", Addresses::secureUrl);
        var issuer = environment.text("AUTH_ISSUER");
        var audience = environment.text("AUTH_AUDIENCE");
        if (environment.flag("AUTH_DISABLED")) {
            if (keySet != null || issuer != null || audience != null) {
                environment.reject("AUTH_DISABLED", "expected no other AUTH_ setting beside it");
            }
            return new AuthSettings.Disabled();
        }
        require(environment, "AUTH_JWKS_URL", "the URL of the issuer's key set");
        require(environment, "AUTH_ISSUER", "the issuer of the tokens");
        require(environment, "AUTH_AUDIENCE", "the audience of the tokens");
        return keySet == null || issuer == null || audience == null
                ? null
                : new AuthSettings.Token(keySet, issuer, audience);
    }

    private static void require(Environment environment, String name, String expected) {
        if (environment.text(name) == null) {
            environment.reject(name, "expected " + expected + ", but it is unset");
        }
    }
}
