package dev.palisade.app;

import dev.palisade.app.auth.AuthConfig;
import dev.palisade.app.auth.Role;
import dev.palisade.app.data.DataConfig;
import dev.palisade.app.data.DataStore;
import dev.palisade.app.data.InMemoryDataStore;
import dev.palisade.app.health.HealthConfig;
import dev.palisade.app.health.Readiness;
import dev.palisade.app.http.ClientAddress;
import dev.palisade.app.http.CorsConfig;
import dev.palisade.app.http.Get;
import dev.palisade.app.http.MethodOverrideConfig;
import dev.palisade.app.http.ProblemConfig;
import dev.palisade.app.http.RequestIdConfig;
import dev.palisade.app.http.SecurityHeadersConfig;
import dev.palisade.app.http.ServerConfig;
import dev.palisade.app.json.JsonBodies;
import dev.palisade.app.limit.InMemoryLimitStore;
import dev.palisade.app.limit.LimitConfig;
import dev.palisade.app.limit.LimitStore;
import dev.palisade.app.limit.RedisLimitStore;
import dev.palisade.app.settings.Settings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

/** The service: its parts put together, and its start and stop. */
public final class Service implements AutoCloseable {

    /**
     * What {@code GET /} tells.
     *
     * @param service the name
     * @param version the version
     * @param store where data is kept: {@code memory} or {@code postgresql}
     */
    record About(String service, String version, String store) {}

    private final Settings settings;
    private final Readiness readiness = new Readiness();
    private final DataStore store;
    private final LimitStore limits;
    private final Javalin server;

    private Service(Settings settings) {
        this.settings = settings;
        store = new InMemoryDataStore();
        limits = settings.redis() == null ? new InMemoryLimitStore() : new RedisLimitStore(settings.redis());
        server = Javalin.create(this::configure);
    }

    /** Starts a service that is ready when this returns. */
    public static Service start(Settings settings) {
        var service = new Service(settings);
        service.server.start();
        service.readiness.up();
        return service;
    }

    /** The port on which requests are taken. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        readiness.down();
        server.stop();
        store.close();
        limits.close();
    }

    private void configure(JavalinConfig config) {
        config.jsonMapper(new JsonBodies());
        new ServerConfig(settings.server()).applyTo(config);
        new ProblemConfig().applyTo(config);
        new RequestIdConfig().applyTo(config);
        new SecurityHeadersConfig().applyTo(config);
        new MethodOverrideConfig().applyTo(config);
        new CorsConfig(settings.corsOrigins()).applyTo(config);
        new LimitConfig(settings.rateLimits(), limits, new ClientAddress(settings.trustedProxyHops())).applyTo(config);
        new AuthConfig(settings.auth()).applyTo(config);
        new HealthConfig(() -> readiness.ready() && store.reachable()).applyTo(config);
        new DataConfig(store).applyTo(config);
        var about = new About("palisade", Version.current(), store.name());
        Get.route(config, "/", Role.ANYONE, context -> context.json(about));
    }
}
