package dev.palisade.app.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends spans to a collector, in the background; a collector that is down costs spans, never requests. */
public final class Tracing implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;

    /** Sends to the collector's OTLP endpoint over HTTP, such as {@code http://collector:4318}. */
    public Tracing(URI endpoint, String version) {
        this(
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.resolve("/v1/traces").toString())
                        .setTimeout(TIMEOUT)
                        .build(),
                version);
    }

    Tracing(SpanExporter exporter, String version) {
        var resource = Attributes.of(
                AttributeKey.stringKey("service.name"), "palisade", AttributeKey.stringKey("service.version"), version);
        provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(resource)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    Tracer tracer() {
        return provider.get("dev.palisade.app");
    }

    void flush() {
        provider.forceFlush().join(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        provider.shutdown().join(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
}
