package dev.palisade.app.http;

import dev.palisade.app.settings.ServerSettings;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The server below the routes: its port, its threads and everything it bounds. */
public final class ServerConfig {

    /** The largest body that a request may have, in bytes. */
    public static final int MAX_BODY = 64 * 1024;

    /** What is read of a larger body, so that its client sees why it is refused; beyond that the connection is closed. */
    private static final int MAX_READ = 1024 * 1024;

    private static final int MAX_HEADERS = 8 * 1024;

    /** By so many bytes a response's text is copied to the connection's buffer; each response allocates them anew. */
    private static final int COPIED = 1024;

    /** All bodies together; the image's heap has room for what they become. */
    private static final long MAX_BODIES = 8L * 1024 * 1024;

    /** Threads that accept connections and look which have sent more: none of them runs a request. */
    private static final int LOOKING = 4;

    /** Threads where requests run on the same. */
    private static final int RUNNING = 200;

    private static final int MAX_WAITING = 1024;
    private static final int MAX_CONNECTIONS = 12_000;
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final Duration MAX_BODY_TIME = Duration.ofSeconds(10);

    private final ServerSettings settings;

    /** A server of these ports and bounds. */
    public ServerConfig(ServerSettings settings) {
        this.settings = settings;
    }

    /** Sets the server up. */
    public void applyTo(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_BODY;
        config.http.responseBufferSize = COPIED;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(this::bound);
        config.jetty.modifyHttpConfiguration(ServerConfig::harden);
        config.jetty.addConnector((server, http) -> Listener.on(settings.port(), server, http));
    }

    private void bound(Server server) {
        server.setErrorHandler(new ServerErrorHandler());
        server.setStopTimeout(settings.shutdownTimeout().toMillis());
        // From the inside out.
        server.insertHandler(queue());
        server.insertHandler(new WholeBodyHandler(MAX_BODY_TIME, MAX_BODY, MAX_BODIES));
        server.insertHandler(new SizeLimitHandler(MAX_READ, -1));
        server.insertHandler(new GracefulHandler());
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    }

    /** Requests beyond the bound wait; those that wait too long, or are too many, get 503. */
    private QoSHandler queue() {
        var queue = new QoSHandler();
        queue.setMaxRequestCount(settings.maxConcurrentRequests());
        queue.setMaxSuspendedRequestCount(MAX_WAITING);
        queue.setMaxSuspend(MAX_WAIT);
        return queue;
    }

    private static void harden(HttpConfiguration http) {
        // By default every connection that sends a User-Agent or the like keeps a table of 100 KiB for such headers.
        http.setHeaderCacheSize(0);
        http.setRequestHeaderSize(MAX_HEADERS);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    /** Virtual threads where the JVM has them: the queue bounds how many. */
    private static ThreadPool threads() {
        var virtual = VirtualThreads.areSupported();
        var pool = Threads.pool(virtual ? LOOKING : RUNNING, LOOKING);
        pool.setName("http");
        if (virtual) {
            pool.setVirtualThreadsExecutor(new VirtualThreadPool());
        }
        return pool;
    }
}
