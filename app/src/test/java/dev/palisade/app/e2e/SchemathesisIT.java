package dev.palisade.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.app.Client;
import dev.palisade.app.auth.Issuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemathesisIT {

    @Test
    void findsNothingThatBreaksTheContract() throws Exception {
        try (var issuer = new Issuer();
                var client = Client.of(issuer.settings())) {
            var log = Files.createTempFile("palisade-schemathesis", ".log");
            var url = "http://127.0.0.1:" + client.port();

            var status = Peer.run(
                    List.of(
                            Peer.program("schemathesis"),
                            "--config-file",
                            Path.of("src/test/resources/schemathesis.toml")
                                    .toAbsolutePath()
                                    .toString(),
                            "run",
                            url + "/openapi.yaml",
                            "--header",
                            "Authorization: Bearer " + issuer.token("reader", "writer"),
                            "--checks",
                            "all",
                            "--exclude-checks",
                            // The contract cannot say all that the sanitiser refuses, and HEAD is served everywhere.
                            "positive_data_acceptance,unsupported_method",
                            "--max-examples",
                            "40",
                            "--seed",
                            "1",
                            "--no-color"),
                    log);

            assertThat(status).as(() -> read(log)).isZero();
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
