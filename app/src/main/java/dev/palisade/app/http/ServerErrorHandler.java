package dev.palisade.app.http;

import dev.palisade.app.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes the errors that the server meets before a request reaches a route, as problems like all others. */
public final class ServerErrorHandler extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var body = body(code, RequestId.of(request.getHeaders().get(RequestId.HEADER)), response.getHeaders());
        response.write(true, body, callback);
    }

    private static ByteBuffer body(int status, String requestId, HttpFields.Mutable fields) {
        SecurityHeaders.ALL.forEach(fields::put);
        fields.put(RequestId.HEADER, requestId);
        fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (status == 503) {
            fields.put(HttpHeader.RETRY_AFTER, "1");
        }
        if (status == 400) {
            // The server closes some of these connections; the load balancer must not send its next request there.
            fields.put(HttpFields.CONNECTION_CLOSE);
        }
        return ByteBuffer.wrap(Json.write(Problem.of(status, null, requestId)).getBytes(StandardCharsets.UTF_8));
    }
}
