package dev.palisade.app.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * Passes a request on once its whole body is here. A client that sends slowly takes neither a thread nor one of the
 * bounded places meanwhile, and gets 408 when its time is up. A request that is refused has no unread body, which would
 * cost its connection.
 */
final class WholeBodyHandler extends Handler.Wrapper {
    private final Duration timeout;
    private final long maxHeld;
    private final AtomicLong held = new AtomicLong();

    /**
     * Expects bodies within the time, and so many bytes of them in memory together: beyond that a request gets 503. What
     * is before this handler must bound the size of each.
     */
    WholeBodyHandler(Duration timeout, long maxHeld) {
        this.timeout = timeout;
        this.maxHeld = maxHeld;
    }

    /** The bytes that bodies take now, from their first byte until their request is answered. */
    long held() {
        return held.get();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var headers = request.getHeaders();
        if (headers.getLongField(HttpHeader.CONTENT_LENGTH) <= 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            letOthersGo();
            return super.handle(request, response, callback);
        }
        var done = new AtomicBoolean();
        var timer = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> {
                            if (done.compareAndSet(false, true)) {
                                Response.writeError(
                                        request, response, callback, new HttpException.RuntimeException(408));
                            }
                        },
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS);
        new Body(request, held, maxHeld, new Promise<>() {
                    @Override
                    public void succeeded(ByteBuffer body) {
                        timer.cancel();
                        if (done.compareAndSet(false, true)) {
                            request.getComponents()
                                    .getExecutor()
                                    .execute(() -> pass(request, body, response, callback));
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        timer.cancel();
                        if (done.compareAndSet(false, true)) {
                            Response.writeError(request, response, callback, failure);
                        }
                    }
                })
                .run();
        return true;
    }

    /** To the end of the queue: else a client whose next request is here already is served before those that wait. */
    @SuppressWarnings("ThreadPriorityCheck") // Only fairness rests on it.
    private static void letOthersGo() {
        Thread.yield();
    }

    private void pass(Request request, ByteBuffer body, Response response, Callback callback) {
        try {
            if (!super.handle(new WithBody(request, body), response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /**
     * Collects a body in at most twice the memory of the bytes that have come, however many are announced; {@code
     * Content.Source.asByteBuffer} takes 64 KiB for any.
     */
    private static final class Body implements Runnable {
        private final Request request;
        private final AtomicLong held;
        private final long maxHeld;
        private final Promise<ByteBuffer> whole;
        private final long announced;
        private byte[] read = {};
        private int size;
        private boolean done;

        Body(Request request, AtomicLong held, long maxHeld, Promise<ByteBuffer> whole) {
            this.request = request;
            this.held = held;
            this.maxHeld = maxHeld;
            this.whole = whole;
            var length = request.getLength();
            announced = length < 0 ? Long.MAX_VALUE : length;
            Request.addCompletionListener(request, failure -> release());
        }

        @Override
        public void run() {
            var last = false;
            while (!last) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    whole.failed(chunk.getFailure());
                    return;
                }
                keep(chunk);
                if (held.get() > maxHeld) {
                    whole.failed(new HttpException.RuntimeException(503));
                    return;
                }
                last = chunk.isLast();
            }
            whole.succeeded(content());
        }

        private synchronized ByteBuffer content() {
            return ByteBuffer.wrap(read, 0, size).slice();
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
    }

    /** The request, whose body is read already. */
    private static final class WithBody extends Request.Wrapper {
        private final Content.Source body;

        WithBody(Request request, ByteBuffer body) {
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
