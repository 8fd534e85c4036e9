package dev.palisade.app.http;

import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads of a server. */
public final class Threads {
    private Threads() {}

    /** A pool of them. Its queue is the JDK's own, as Jetty's starts all of JMX to learn how wide a cache line is. */
    public static QueuedThreadPool pool(int most, int least) {
        return new QueuedThreadPool(most, least, new LinkedBlockingQueue<>());
    }
}
