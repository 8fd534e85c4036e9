package dev.palisade.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.app.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A real service on a free port, and an HTTP client that speaks to it. */
public final class Client implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private final int port;

    private Client(Service service) {
        this.service = service;
        port = service.port();
    }

    /** A service with the variables, which override development settings. */
    public static Client of(Map<String, String> variables) {
        var all = new HashMap<>(
                Map.of("PORT", "0", "METRICS_PORT", "0", "SHUTDOWN_DELAY_SECONDS", "0", "RATE_LIMIT", "100000/second"));
        all.putAll(variables);
        if (!all.containsKey("AUTH_ISSUER")) {
            all.put("AUTH_DISABLED", "true");
        }
        return new Client(Service.start(Settings.read(all)));
    }

    /** A service with development settings. */
    public static Client plain() {
        return of(Map.of());
    }

    public Service service() {
        return service;
    }

    public int port() {
        return port;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String body) {
        return send(
                request("/api/data").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
