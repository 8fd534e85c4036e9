package dev.palisade.app.telemetry;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Makes a span of each request, within the caller's trace, and names the trace in the log. */
public final class TracingConfig {
    private static final String SPAN = "span";

    private static final TextMapGetter<Context> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Context context) {
            return context.headerMap().keySet();
        }

        @Override
        public @Nullable String get(@Nullable Context context, String name) {
            return context == null ? null : context.header(name);
        }
    };

    private final Tracing tracing;

    /** Spans that go the given way. */
    public TracingConfig(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Adds the begin and the end of spans. */
    public void applyTo(JavalinConfig config) {
        config.routes.before(this::begin);
        config.requestLogger.http((context, millis) -> end(context));
    }

    private void begin(Context context) {
        var parent = W3CTraceContextPropagator.getInstance()
                .extract(io.opentelemetry.context.Context.root(), context, HEADERS);
        var span = tracing.tracer()
                .spanBuilder(Method.of(context))
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", Method.of(context))
                .setAttribute("url.path", context.path())
                .startSpan();
        MDC.put("traceId", span.getSpanContext().getTraceId());
        context.attribute(SPAN, span);
    }

    private static void end(Context context) {
        Span span = context.attribute(SPAN);
        if (span == null) {
            return;
        }
        var status = context.statusCode();
        span.updateName(Method.of(context) + " " + Route.of(context))
                .setAttribute("http.route", Route.of(context))
                .setAttribute("http.response.status_code", status)
                .setStatus(status >= 500 ? StatusCode.ERROR : StatusCode.UNSET)
                .end();
    }
}
