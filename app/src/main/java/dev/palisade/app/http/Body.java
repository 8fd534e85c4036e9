package dev.palisade.app.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Collects a request's body in at most twice the memory of the bytes that have come, however many are announced; {@code
 * Content.Source.asByteBuffer} takes 64 KiB for any.
 */
final class Body {
    /** How far it is: more is to come, all is here, or nothing will come any more. */
    enum State {
        PART,
        WHOLE,
        FAILED
    }

    private final Request request;
    private final int maxSize;
    private final AtomicLong held;
    private final long maxHeld;
    private final long announced;
    private byte[] read = {};
    private int size;
    private boolean done;
    private @Nullable Throwable failure;

    /** A body of so many bytes at most, which count among those that are held until its request is answered. */
    Body(Request request, int maxSize, AtomicLong held, long maxHeld) {
        this.request = request;
        this.maxSize = maxSize;
        this.held = held;
        this.maxHeld = maxHeld;
        var length = request.getLength();
        announced = length < 0 ? Long.MAX_VALUE : length;
        Request.addCompletionListener(request, ignored -> release());
    }

    /**
     * Takes what is here. Also what is refused is read to its end: a connection that is closed before is reset, and the
     * client, or the load balancer before it, may never see the answer.
     */
    State read() {
        while (true) {
            var chunk = request.read();
            if (chunk == null) {
                return State.PART;
            }
            if (Content.Chunk.isFailure(chunk)) {
                refuse(chunk.getFailure());
                return State.FAILED;
            }
            keep(chunk);
            if (chunk.isLast()) {
                return failure() == null ? State.WHOLE : State.FAILED;
            }
        }
    }

    /** Why it is refused. */
    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** The request, whose body is read already. */
    synchronized Request given() {
        return new Given(request, ByteBuffer.wrap(read, 0, size).slice());
    }

    private synchronized void refuse(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        release();
        read = new byte[0];
    }

    private synchronized void keep(Content.Chunk chunk) {
        if (!done) {
            take(chunk);
        }
        chunk.release();
    }

    /** Doubles what is too small: a body that comes byte by byte must not be copied as often. */
    private synchronized void take(Content.Chunk chunk) {
        var length = chunk.remaining();
        if (size + length > maxSize) {
            refuse(new HttpException.RuntimeException(413));
            return;
        }
        if (size + length > read.length) {
            var larger = Math.max(size + length, (int) Math.min(2L * size, announced));
            held.addAndGet(larger - read.length);
            read = Arrays.copyOf(read, larger);
        }
        chunk.getByteBuffer().get(read, size, length);
        size += length;
        if (held.get() > maxHeld) {
            refuse(new HttpException.RuntimeException(503));
        }
    }

    /** The time may be up while more is read: what comes after that isn't kept. */
    private synchronized void release() {
        if (!done) {
            done = true;
            held.addAndGet(-read.length);
        }
    }

    /** A request with a body of its own. */
    private static final class Given extends Request.Wrapper {
        private final Content.Source body;

        Given(Request request, ByteBuffer body) {
            super(request);
            this.body = Content.Source.from(body);
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable callback) {
            body.demand(callback);
        }
    }
}
