package dev.palisade.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FairEndPointTest {
    /** One accepts, one selects, and one serves. */
    private static final int THREADS = 3;

    private final QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
    private final Server server = new Server(threads);
    private final ServerConnector connector = Listener.on(0, server, new HttpConfiguration());
    private final LinkedBlockingQueue<String> served = new LinkedBlockingQueue<>();
    private Socket eager;
    private Socket other;

    @BeforeEach
    void start() throws Exception {
        threads.setReservedThreads(0);
        server.addConnector(connector);
        var handler = new WholeBodyHandler(Duration.ofMinutes(5), 1024, 1024);
        handler.setHandler(new Recorder());
        server.setHandler(handler);
        server.start();
        eager = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        other = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    }

    @AfterEach
    void stop() throws Exception {
        eager.close();
        other.close();
        server.stop();
    }

    @Test
    void servesWhoWaitsBeforeAClientWhoseNextRequestIsThereAlready() throws Exception {
        post(eager, "first");

        assertThat(List.of(next(), next(), next())).containsExactly("first", "other", "second");
    }

    private String next() throws InterruptedException {
        var body = served.poll(30, TimeUnit.SECONDS);
        return body == null ? "nothing" : body;
    }

    private static void post(Socket socket, String body) throws IOException {
        var request = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** While it serves the first, the eager client sends its second, after the other's waits for a thread. */
    private final class Recorder extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            var body = Content.Source.asString(request);
            served.add(body);
            if ("first".equals(body)) {
                post(other, "other");
                var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                while (threads.getQueueSize() == 0 && System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                post(eager, "second");
            }
            callback.succeeded();
            return true;
        }
    }
}
