package dev.palisade.app.http;

import dev.palisade.app.json.Json;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Answers every error with a problem. */
public final class ProblemConfig {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemConfig.class);
    private static final String UNEXPECTED = "The service failed. The request id finds the reason in its log.";

    /** Maps exceptions, the framework's own among them, and errors of the machine. */
    public void applyTo(JavalinConfig config) {
        config.routes.exception(ProblemException.class, (e, context) -> {
            if (e.status() >= 500) {
                LOG.error("request failed", e);
            }
            e.headers().forEach(context::header);
            answer(context, e.status(), e.getMessage());
        });
        config.routes.exception(HttpResponseException.class, (e, context) -> {
            var allowed = e.getDetails().get("availableMethods");
            if (allowed != null) {
                context.header(Header.ALLOW, allowed);
            }
            answer(context, e.getStatus(), null);
        });
        config.routes.exception(Exception.class, (e, context) -> {
            if (e instanceof HttpException http) {
                answer(context, http.getCode(), null);
            } else {
                LOG.error("request failed", e);
                answer(context, 500, UNEXPECTED);
            }
        });
        config.router.javaLangErrorHandler(ProblemConfig::answer);
    }

    private static void answer(Context context, int status, @Nullable String detail) {
        context.status(status)
                .result(Json.write(Problem.of(status, detail, RequestId.of(context))))
                .contentType(Problem.MEDIA_TYPE);
    }

    private static void answer(HttpServletResponse response, Error error) {
        LOG.error("request failed", error);
        var id = RequestId.of(MDC.get("requestId"));
        response.setStatus(500);
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream()
                    .write(Json.write(Problem.of(500, UNEXPECTED, id)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("the client has gone", e);
        }
    }
}
