package dev.palisade.app.telemetry;

import dev.palisade.app.http.Listener;
import dev.palisade.app.http.ServerErrorHandler;
import dev.palisade.app.http.Threads;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** Serves {@code /metrics} on a port of its own, which the load balancer never reaches. */
public final class MetricsServer implements AutoCloseable {
    private static final int MAX_THREADS = 6;

    private final Server server;
    private final ServerConnector listener;

    /** Serves the metrics on the port once started. */
    public MetricsServer(int port, Metrics metrics) {
        server = new Server(Threads.pool(MAX_THREADS, 1));
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        listener = Listener.on(port, server, http);
        server.addConnector(listener);
        server.setErrorHandler(new ServerErrorHandler());
        server.setHandler(new Text(metrics));
    }

    /** Starts to listen. */
    public void start() {
        LifeCycle.start(server);
    }

    /** The port on which it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static final class Text extends Handler.Abstract {
        private final Metrics metrics;

        Text(Metrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!"/metrics".equals(Request.getPathInContext(request))) {
                return false;
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            response.write(true, StandardCharsets.UTF_8.encode(metrics.text()), callback);
            return true;
        }
    }
}
