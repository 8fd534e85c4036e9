package dev.palisade.app.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** The issuer's public keys: fetched when first needed, kept, and kept longer while the issuer is down. */
final class KeySet {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration FETCH = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofHours(4);

    /** Between two fetches that unknown key ids cause: tokens with made-up ids must not load the issuer. */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final int TIMEOUT_MILLIS = 2000;
    private static final int MAX_BYTES = 256 * 1024;

    private KeySet() {}

    /** The keys behind a URL. */
    static JWKSource<SecurityContext> at(URI url) {
        try {
            var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);
            return JWKSourceBuilder.<SecurityContext>create(url.toURL(), retriever)
                    .cache(FRESH.toMillis(), FETCH.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(REST.toMillis())
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no URL: " + url, e);
        }
    }
}
