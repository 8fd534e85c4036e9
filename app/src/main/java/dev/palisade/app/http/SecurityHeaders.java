package dev.palisade.app.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Headers that every response carries, whoever writes it. */
final class SecurityHeaders {

    /** OWASP's REST list; HSTS counts although TLS ends at the load balancer, which passes headers on. */
    static final List<HttpField> ALL = List.of(
            new PreEncodedHttpField("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("X-Frame-Options", "DENY"),
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField(
                    "Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), microphone=(), payment=()"),
            new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
            new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
            new PreEncodedHttpField("Cache-Control", "no-store"));

    private SecurityHeaders() {}
}
