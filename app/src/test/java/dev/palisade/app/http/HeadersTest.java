package dev.palisade.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class HeadersTest {
    private static final Client CLIENT = Client.of(Map.of(
            "AUTH_ISSUER", "https://issuer.example",
            "AUTH_AUDIENCE", "palisade",
            "AUTH_JWKS_URL", "http://localhost:1/keys",
            "CORS_ORIGINS", "https://app.example",
            "TRUSTED_PROXY_HOPS", "1"));

    @AfterContainer
    static void stop() {
        CLIENT.close();
    }

    @Property(tries = 500)
    void neitherFailNorGetInWhateverTheyHold(@ForAll("names") String name, @ForAll("bytes") String value)
            throws IOException {
        try (var connection = new RawConnection(CLIENT)) {
            var answer = connection
                    .send("GET /api/data HTTP/1.1\r\nHost: x\r\n" + name + ": " + value + "\r\n\r\n")
                    .answer();

            assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("application/problem+json");
            assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContainIgnoringCase("exception");
        }
    }

    /** Those that the service reads. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "Authorization", "Origin", "X-Forwarded-For", "X-HTTP-Method-Override", "X-Request-Id", "traceparent");
    }

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.strings()
                .withChars('\u0000', '\u00ff')
                .withChars("Bearer .,:;[]0aé\r\n")
                .ofMaxLength(200);
    }
}
