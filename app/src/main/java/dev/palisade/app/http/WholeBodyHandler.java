package dev.palisade.app.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** Expects bodies within the time; what is before this handler must bound their size. */
    WholeBodyHandler(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var headers = request.getHeaders();
        if (headers.getLongField(HttpHeader.CONTENT_LENGTH) <= 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
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
        Content.Source.asByteBuffer(request, new Promise.Invocable.NonBlocking<>() {
            @Override
            public void succeeded(ByteBuffer body) {
                timer.cancel();
                if (done.compareAndSet(false, true)) {
                    request.getComponents().getExecutor().execute(() -> pass(request, body, response, callback));
                }
            }

            @Override
            public void failed(Throwable failure) {
                timer.cancel();
                if (done.compareAndSet(false, true)) {
                    Response.writeError(request, response, callback, failure);
                }
            }
        });
        return true;
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
