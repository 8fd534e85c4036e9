import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * Runs the service for a moment, so that the JVM can list the classes that it loads: the command to run it is the
 * argument. It speaks to the service as clients do, and then asks it to stop.
 */
final class Train {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ROUNDS = 20;

    private Train() {}

    public static void main(String[] command) throws Exception {
        var port = freePort();
        var builder = new ProcessBuilder(List.of(command)).redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("METRICS_PORT", String.valueOf(freePort()));
        builder.environment().put("AUTH_DISABLED", "true");
        builder.environment().put("RATE_LIMIT", "100000/second");
        builder.environment().put("SHUTDOWN_DELAY_SECONDS", "0");
        var service = builder.start();
        try {
            var base = "http://127.0.0.1:" + port;
            while (service.isAlive() && !answers(base + "/health/ready")) {
                Thread.sleep(50);
            }
            for (var i = 0; i < ROUNDS; i++) {
                HTTP.send(get(base + "/").build(), BodyHandlers.discarding());
                HTTP.send(get(base + "/nowhere").build(), BodyHandlers.discarding());
                HTTP.send(get(base + "/api/data").build(), BodyHandlers.discarding());
                HTTP.send(
                        get(base + "/api/data")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"name\": \"training\", \"list\": [1, 2.5, null]}"))
                                .build(),
                        BodyHandlers.discarding());
            }
        } finally {
            service.destroy();
        }
        System.exit(service.waitFor() == 143 ? 0 : 1);
    }

    private static boolean answers(String url) throws InterruptedException {
        try {
            return HTTP.send(get(url).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpRequest.Builder get(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
