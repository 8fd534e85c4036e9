package dev.palisade.app.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that is read again only when the selector finds it among the others. The server reads the next request where
 * it has answered one that had a body: a few clients whose next request is always there by then would be served alone, as
 * what runs already goes before what the selector has found.
 */
final class FairEndPoint extends SocketChannelEndPoint {
    private final AtomicBoolean turnEnded = new AtomicBoolean();

    FairEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Nothing more is to be read for the request that is being served. */
    void endTurn() {
        turnEnded.set(true);
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        return turnEnded.get() ? 0 : super.fill(buffer);
    }

    @Override
    protected void needsFillInterest() {
        turnEnded.set(false);
        super.needsFillInterest();
    }
}
