package dev.palisade.app.http;

import static java.util.Objects.requireNonNullElseGet;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Passes a request on once its whole body is here. A client that sends slowly takes neither a thread nor one of the
 * bounded places meanwhile, and gets 408 when its time is up. A request that is refused has no unread body, which would
 * cost its connection and, as that is reset, often the answer.
 */
final class WholeBodyHandler extends Handler.Wrapper {
    private final Duration timeout;
    private final int maxSize;
    private final long maxHeld;
    private final AtomicLong held = new AtomicLong();

    /**
     * Expects bodies within the time, of so many bytes each, or a request gets 413, and so many together in memory, or it
     * gets 503. What is before this handler must bound what is read of those that are refused.
     */
    WholeBodyHandler(Duration timeout, int maxSize, long maxHeld) {
        this.timeout = timeout;
        this.maxSize = maxSize;
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
        var body = new Body(request, maxSize, held, maxHeld);
        switch (body.read()) {
            case WHOLE -> {
                endTurn(request);
                letOthersGo();
                return super.handle(body.given(), response, callback);
            }
            case FAILED -> Response.writeError(request, response, callback, body.failure());
            case PART -> new Slow(body, request, response, callback).await();
        }
        return true;
    }

    /** To the end of the queue: else what the selector found last is served before what has waited longer. */
    @SuppressWarnings("ThreadPriorityCheck") // Only fairness rests on it.
    private static void letOthersGo() {
        Thread.yield();
    }

    /** The connection's next request waits for its turn, as those without a body do. */
    @SuppressWarnings("PMD.CloseResource") // The connection stays open.
    private static void endTurn(Request request) {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof FairEndPoint connection) {
            connection.endTurn();
        }
    }

    private void pass(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** A request the rest of whose body is still to come. */
    private final class Slow implements Runnable {
        private final Body body;
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final AtomicBoolean done = new AtomicBoolean();
        private final Scheduler.Task timer;

        Slow(Body body, Request request, Response response, Callback callback) {
            this.body = body;
            this.request = request;
            this.response = response;
            this.callback = callback;
            timer = request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> refuse(requireNonNullElseGet(
                                    body.failure(), () -> new HttpException.RuntimeException(408))),
                            timeout.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        void await() {
            request.demand(this);
        }

        @Override
        public void run() {
            switch (body.read()) {
                case PART -> await();
                case FAILED -> refuse(body.failure());
                case WHOLE -> {
                    timer.cancel();
                    if (done.compareAndSet(false, true)) {
                        endTurn(request);
                        request.getComponents().getExecutor().execute(() -> pass(body.given(), response, callback));
                    }
                }
            }
        }

        private void refuse(@Nullable Throwable cause) {
            timer.cancel();
            if (done.compareAndSet(false, true)) {
                Response.writeError(request, response, callback, cause);
            }
        }
    }
}
