package dev.palisade.app;

import dev.palisade.app.auth.AuthConfig;
import dev.palisade.app.auth.Role;
import dev.palisade.app.data.DataConfig;
import dev.palisade.app.data.InMemoryDataStore;
import dev.palisade.app.data.PostgresDataStore;
import dev.palisade.app.docs.DocsConfig;
import dev.palisade.app.health.DrainConfig;
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
import dev.palisade.app.limit.RedisLimitStore;
import dev.palisade.app.settings.Settings;
import dev.palisade.app.telemetry.AccessLogConfig;
import dev.palisade.app.telemetry.LogConfig;
import dev.palisade.app.telemetry.Metrics;
import dev.palisade.app.telemetry.MetricsConfig;
import dev.palisade.app.telemetry.MetricsServer;
import dev.palisade.app.telemetry.Tracing;
import dev.palisade.app.telemetry.TracingConfig;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service: its parts put together, and its start and stop. */
@SuppressWarnings("PMD.CloseResource") // The parts are closed together, in close().
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

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
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final MetricsServer metricsServer;
    private final Javalin server;

    private Service(Settings settings) {
        this.settings = settings;
        var metrics = new Metrics();
        closers.push(metrics::close);
        metricsServer = new MetricsServer(settings.server().metricsPort(), metrics);
        closers.push(metricsServer::close);
        server = Javalin.create(config -> {
            foundation(config);
            telemetry(config, metrics);
            guards(config);
            routes(config);
        });
    }

    /**
     * Starts a service that is ready when this returns.
     *
     * @throws RuntimeException if a port is taken or a store cannot be reached
     */
    public static Service start(Settings settings) {
        var service = new Service(settings);
        service.metricsServer.start();
        service.server.start();
        service.readiness.up();
        LOG.atInfo().addKeyValue("port", service.port()).log("ready");
        return service;
    }

    /** The port on which requests are taken. */
    public int port() {
        return server.port();
    }

    /** The port on which metrics are read. */
    public int metricsPort() {
        return metricsServer.port();
    }

    /** Every route, such as {@code GET /api/data}, with the roles that it asks for. */
    public Map<String, Set<RouteRole>> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .collect(Collectors.toMap(endpoint -> endpoint.method.name() + " " + endpoint.path, Service::roles));
    }

    /** Says that it is not ready, serves until that is known everywhere, finishes what it began, and stops. */
    @Override
    public void close() {
        readiness.down();
        LOG.info("draining");
        try {
            Thread.sleep(settings.server().shutdownDelay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
        closers.forEach(Runnable::run);
        LOG.info("stopped");
    }

    private void foundation(JavalinConfig config) {
        config.jsonMapper(new JsonBodies());
        new ServerConfig(settings.server()).applyTo(config);
        new ProblemConfig().applyTo(config);
        new RequestIdConfig().applyTo(config);
        new SecurityHeadersConfig().applyTo(config);
        new DrainConfig(readiness).applyTo(config);
    }

    private void telemetry(JavalinConfig config, Metrics metrics) {
        var endpoint = settings.otlpEndpoint();
        if (endpoint != null) {
            var tracing = new Tracing(endpoint, Version.current());
            closers.push(tracing::close);
            new TracingConfig(tracing).applyTo(config);
        }
        new MetricsConfig(metrics).applyTo(config);
        new AccessLogConfig(address()).applyTo(config);
        LogConfig.apply(settings.debug());
    }

    private void guards(JavalinConfig config) {
        var redis = settings.redis();
        var limits = redis == null ? new InMemoryLimitStore() : new RedisLimitStore(redis);
        closers.push(limits::close);
        new MethodOverrideConfig().applyTo(config);
        new CorsConfig(settings.corsOrigins()).applyTo(config);
        new LimitConfig(settings.rateLimits(), limits, address()).applyTo(config);
        new AuthConfig(settings.auth()).applyTo(config);
    }

    private void routes(JavalinConfig config) {
        var database = settings.database();
        var store = database == null ? new InMemoryDataStore() : new PostgresDataStore(database);
        closers.push(store::close);
        var about = new About("palisade", Version.current(), store.name());
        Get.route(config, "/", Role.ANYONE, context -> context.json(about));
        new HealthConfig(() -> readiness.ready() && store.reachable()).applyTo(config);
        new DataConfig(store).applyTo(config);
        new DocsConfig().applyTo(config);
        if (database == null) {
            LOG.warn("DATABASE_URL is unset: data is kept in memory and gone with the process");
        }
    }

    private static Set<RouteRole> roles(Endpoint endpoint) {
        var roles = endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    private ClientAddress address() {
        return new ClientAddress(settings.trustedProxyHops());
    }
}
