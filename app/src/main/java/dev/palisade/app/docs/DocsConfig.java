package dev.palisade.app.docs;

import dev.palisade.app.auth.Role;
import dev.palisade.app.http.Get;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Shows the contract: as it is at {@code /openapi.yaml}, and on a page without scripts at {@code /docs}. */
public final class DocsConfig {
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** Adds the routes. */
    public void applyTo(JavalinConfig config) {
        var contract = resource("/openapi.yaml");
        var page = resource("/docs.html").replace("{{contract}}", escaped(contract));
        var style = resource("/docs.css");
        Get.route(config, "/openapi.yaml", Role.ANYONE, context -> show(context, "application/yaml", contract));
        Get.route(config, "/docs", Role.ANYONE, context -> {
            context.header(Header.CONTENT_SECURITY_POLICY, PAGE_POLICY);
            show(context, "text/html; charset=utf-8", page);
        });
        Get.route(config, "/docs.css", Role.ANYONE, context -> show(context, "text/css", style));
    }

    private static void show(Context context, String mediaType, String text) {
        context.result(text).contentType(mediaType);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(DocsConfig.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
