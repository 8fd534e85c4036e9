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
    private final AtomicLong held;
    private final long maxHeld;
    private final long announced;
    private byte[] read = {};
    private int size;
    private boolean done;
    private @Nullable Throwable failure;

    /** A body whose bytes count among those that are held until its request is answered. */
    Body(Request request, AtomicLong held, long maxHeld) {
        this.request = request;
        this.held = held;
        this.maxHeld = maxHeld;
        var length = request.getLength();
        announced = length < 0 ? Long.MAX_VALUE : length;
        Request.addCompletionListener(request, ignored -> release());
    }

    /** Takes what is here. */
    State read() {
        while (true) {
            var chunk = request.read();
            if (chunk == null) {
                return State.PART;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return failed(chunk.getFailure());
            }
            keep(chunk);
            if (held.get() > maxHeld) {
                return failed(new HttpException.RuntimeException(503));
            }
            if (chunk.isLast()) {
                return State.WHOLE;
            }
        }
    }

    /** Why nothing will come any more. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** The request, whose body is read already. */
    synchronized Request given() {
        return new Given(request, ByteBuffer.wrap(read, 0, size).slice());
    }

    private State failed(Throwable cause) {
        failure = cause;
        return State.FAILED;
    }

    /** Doubles what is too small: a body that comes byte by byte must not be copied as often. */
    private synchronized void keep(Content.Chunk chunk) {
        var length = chunk.remaining();
        if (!done && size + length > read.length) {
            var larger = Math.max(size + length, (int) Math.min(2L * size, announced));
            held.addAndGet(larger - read.length);
            read = Arrays.copyOf(read, larger);
        }
        if (!done) {
            chunk.getByteBuffer().get(read, size, length);
            size += length;
        }
        chunk.release();
    }

    /** The time may be up while more is read: what comes after that isn't counted. */
    private synchronized void release() {
        done = true;
        held.addAndGet(-read.length);
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
