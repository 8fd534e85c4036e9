package dev.palisade.app.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A port on which the service listens: the one place where it binds an address. */
public final class Listener {

    /** Longer than the load balancer's 60 s, so that it is never the service that closes a connection in use. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(75);

    /** A client that finds the queue full tries again after a whole second. */
    private static final int MAX_NOT_YET_ACCEPTED = 1024;

    private Listener() {}

    /**
     * A listener on all addresses of the pod's network namespace. The pod's address is not known before it starts, and
     * on the loopback address neither the load balancer nor the probes would reach it.
     */
    public static ServerConnector on(int port, Server server, HttpConfiguration http) {
        var connector = new FairConnector(server, http);
        @SuppressWarnings({"PMD.AvoidUsingHardCodedIP", "PMD.WildcardBind"}) // Exemption wildcard-bind
        var everyAddress = "0.0.0.0";
        connector.setHost(everyAddress);
        connector.setPort(port);
        connector.setAcceptQueueSize(MAX_NOT_YET_ACCEPTED);
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        return connector;
    }

    /** Its connections take turns. */
    private static final class FairConnector extends ServerConnector {
        FairConnector(Server server, HttpConfiguration http) {
            super(server, 1, 1, new HttpConnectionFactory(http));
        }

        @Override
        protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            var connection = new FairEndPoint(channel, selector, key, getScheduler());
            connection.setIdleTimeout(getIdleTimeout());
            return connection;
        }
    }
}
