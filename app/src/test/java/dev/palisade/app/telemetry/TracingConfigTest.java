package dev.palisade.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.palisade.app.Client;
import io.javalin.Javalin;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TracingConfigTest {

    @Test
    void makesASpanOfARequestWithinTheCallersTrace() throws Exception {
        var spans = InMemorySpanExporter.create();
        var tracing = new Tracing(spans, "1");
        var server = Javalin.create(config -> {
            config.jetty.port = 0;
            new TracingConfig(tracing).applyTo(config);
            config.routes.get("/items/{id}", context -> context.result("x"));
        });
        server.start();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/items/7"))
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        server.stop();
        tracing.flush();

        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
            assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
            assertThat(span.getName()).isEqualTo("GET /items/{id}");
            assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                    .isEqualTo(200);
        });
        tracing.close();
    }

    @Test
    void sendsSpansToTheCollector() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        var collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            received.add(exchange.getRequestURI().getPath());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        var endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
        try (var client = Client.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint))) {
            client.get("/api/data");
        }

        assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("/v1/traces");
        collector.stop(0);
    }

    @Test
    void costsNoRequestWhileTheCollectorIsDown() {
        try (var client = Client.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"))) {
            assertThat(client.get("/api/data").statusCode()).isEqualTo(200);
        }
    }
}
