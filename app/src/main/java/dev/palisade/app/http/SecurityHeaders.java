package dev.palisade.app.http;

import java.util.Map;

/** Headers that every response carries, whoever writes it. */
final class SecurityHeaders {

    /** OWASP's REST list; HSTS counts although TLS ends at the load balancer, which passes headers on. */
    static final Map<String, String> ALL = Map.of(
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), microphone=(), payment=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}
}
