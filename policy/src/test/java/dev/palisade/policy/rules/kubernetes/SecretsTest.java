package dev.palisade.policy.rules.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD,x",
        "PGPASSWORD,x",
        "API_KEY,x",
        "apiKey,x",
        "CLIENT_SECRET,x",
        "SESSION_TOKEN,x",
        "DB_PWD,x",
        "X,AKIAABCDEFGHIJKLMNOP",
        "DATABASE_URL,postgresql://u:p@h/db",
        "REDIS_URL,rediss://:p@h:6379",
        "X,-----BEGIN RSA PRIVATE KEY-----",
        "X,ghp_abcdefghijklmnopqrstuvwxyz",
        "X,eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.x"
    })
    void theseAre(String name, String value) {
        assertThat(Secrets.isSecret(name, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT,5000",
        "AUTH_JWKS_URL,https://login.example.com/keys",
        "AUTH_ISSUER,https://login.example.com/",
        "SECRET_NAME,db",
        "TOKEN_TTL,60",
        "TOKEN_URL,https://x",
        "DATABASE_URL,postgresql://h/db",
        "RATE_LIMIT,100/hour",
        "DB_PASSWORD_FILE,/run/secrets/db",
        "DB_PASSWORD,''"
    })
    void theseAreNot(String name, String value) {
        assertThat(Secrets.isSecret(name, value)).isFalse();
    }

    @Test
    void whatPulumiHoldsAsSecretIsOneWhateverItsName() {
        assertThat(Secrets.isSecret("X", new Value.Secret(Value.of("x")))).isEqualTo(Truth.TRUE);
        assertThat(Secrets.isSecret("X", Value.unknown())).isEqualTo(Truth.UNKNOWN);
    }
}
