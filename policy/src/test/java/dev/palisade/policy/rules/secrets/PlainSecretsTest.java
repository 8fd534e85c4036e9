package dev.palisade.policy.rules.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainSecretsTest {
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
        "DB_PASS,x",
        "X,IQoJb3JpZ2luX2VjEXAMPLE",
        "X,client-key-data: x",
        "X,glpat-abcdefghijklmnopqrst",
        "X,eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.x"
    })
    void theseAre(String name, String value) {
        assertThat(PlainSecrets.isOne(name, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT,5000",
        "secretArn,arn:aws:secretsmanager:x",
        "COMPASS,north",
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
        assertThat(PlainSecrets.isOne(name, value)).isFalse();
    }

    @Test
    void whatPulumiHoldsAsSecretIsOneWhateverItsName() {
        assertThat(PlainSecrets.isOne("X", new Value.Secret(Value.of("x")))).isEqualTo(Truth.TRUE);
        assertThat(PlainSecrets.isOne("X", Value.unknown())).isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"password", "masterPassword", "secretString", "clientSecret", "apiKey", "privateKey", "authToken"})
    void providersNameThemSo(String property) {
        assertThat(PlainSecrets.isNamedLikeOne(property)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"httpTokens", "secretArn", "keyName", "tokenDomains"})
    void andOtherThingsSo(String property) {
        assertThat(PlainSecrets.isNamedLikeOne(property)).isFalse();
    }
}
