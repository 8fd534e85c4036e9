package dev.palisade.app.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.palisade.app.settings.AuthSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private static Issuer issuer;
    private static TokenVerifier verifier;
    private static String token;

    @BeforeAll
    @BeforeContainer
    static void start() {
        issuer = new Issuer();
        verifier = verifier(issuer);
        token = issuer.token("reader");
    }

    @AfterAll
    @AfterContainer
    static void stop() {
        issuer.close();
    }

    @Test
    void believesATokenOfTheIssuer() throws Exception {
        assertThat(verifier.verify(issuer.token("reader", "other")))
                .isEqualTo(new Caller("somebody", java.util.Set.of(Role.READER)));
        assertThat(verifier.verify(issuer.token("reader", "writer")).roles())
                .containsExactlyInAnyOrder(Role.READER, Role.WRITER);
    }

    @Test
    void grantsNoRoleWithoutTheClaim() throws Exception {
        var claims = Issuer.claims().claim("roles", null).build();

        assertThat(verifier.verify(signed(issuer.header(), claims)).roles()).isEmpty();
    }

    @Test
    void neverGrantsTheRoleOfEverybodyAsAClaim() throws Exception {
        assertThat(verifier.verify(issuer.token("anyone")).roles()).isEmpty();
    }

    @Test
    void refusesRolesThatAreNoList() {
        refuses(signed(issuer.header(), Issuer.claims().claim("roles", "reader").build()));
        refuses(signed(
                issuer.header(), Issuer.claims().claim("roles", List.of(1)).build()));
    }

    @Test
    void refusesATokenWithoutSignature() {
        refuses(new PlainJWT(Issuer.claims("reader").build()).serialize());
    }

    @Test
    void refusesTheSignatureOfAnotherKey() {
        refuses(Issuer.signed(issuer.header().build(), Issuer.claims("reader").build(), Issuer.newKey("first")));
    }

    @Test
    void refusesThePublicKeyUsedAsASharedSecret() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(issuer.key.getKeyID())
                .build();
        var token = new SignedJWT(header, Issuer.claims("reader").build());
        token.sign(new MACSigner(issuer.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        refuses(token.serialize());
    }

    @Test
    void refusesAlgorithmsThatAreNotPinned() {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS512)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(issuer.key.getKeyID())
                .build();
        refuses(Issuer.signed(header, Issuer.claims("reader").build(), issuer.key));
    }

    @Test
    void refusesOtherTypesOfTokens() {
        refuses(signed(
                issuer.header().type(JOSEObjectType.JWT),
                Issuer.claims("reader").build()));
        refuses(signed(issuer.header().type(null), Issuer.claims("reader").build()));
    }

    @Test
    void refusesOtherIssuersAndAudiences() {
        // Made here, so that a mutation of how it is made meets this test.
        verifier = verifier(issuer);
        refuses(Issuer.claims("reader").issuer("https://other.example/").build());
        refuses(Issuer.claims("reader").issuer(null).build());
        refuses(Issuer.claims("reader").audience("other").build());
        refuses(Issuer.claims("reader").audience((String) null).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "exp", "iat"})
    void refusesTokensWhoseRequiredClaimIsNull(String name) {
        refuses(Issuer.claims("reader")
                .serializeNullClaims(true)
                .claim(name, null)
                .build());
    }

    @Test
    void refusesTokensBeforeAndAfterTheirTime() throws Exception {
        var now = Instant.now();
        refuses(Issuer.claims("reader")
                .expirationTime(Date.from(now.minusSeconds(3600)))
                .build());
        refuses(Issuer.claims("reader")
                .expirationTime(Date.from(now.minusSeconds(40)))
                .build());
        refuses(Issuer.claims("reader").expirationTime(null).build());
        refuses(Issuer.claims("reader")
                .notBeforeTime(Date.from(now.plusSeconds(90)))
                .build());
        var slightlyLate = Issuer.claims("reader")
                .expirationTime(Date.from(now.minusSeconds(10)))
                .build();
        assertThat(verifier.verify(signed(issuer.header(), slightlyLate)).subject())
                .isEqualTo("somebody");
    }

    @Test
    void refusesTokensOfNobody() {
        refuses(Issuer.claims("reader").subject(null).build());
        refuses(Issuer.claims("reader").issueTime(null).build());
    }

    @Test
    void refusesATokenThatIsTooLong() {
        refuses(signed(
                issuer.header(), Issuer.claims("reader", "x".repeat(4000)).build()));
    }

    @Test
    void doesNotLoadTheIssuerForUnknownKeys() {
        try (var other = new Issuer()) {
            var fresh = verifier(other);
            for (var i = 0; i < 20; i++) {
                var header = other.header().keyID("made-up-" + i).build();
                var token = Issuer.signed(header, Issuer.claims("reader").build(), other.key);
                assertThatThrownBy(() -> fresh.verify(token)).isInstanceOf(InvalidTokenException.class);
            }
            assertThat(other.fetches.get()).isBetween(1, 3);
        }
    }

    @Test
    void stillVerifiesWhileTheIssuerIsDown() throws Exception {
        var other = new Issuer();
        var fresh = verifier(other);
        fresh.verify(other.token("reader"));

        other.close();

        assertThat(fresh.verify(other.token("reader")).subject()).isEqualTo("somebody");
    }

    @Property(tries = 200)
    void refusesEveryTokenWithOneBitChanged(@ForAll @IntRange(min = 0, max = 100_000) int place) {
        var parts = token.split("\\.", 3);
        var part = place % 3;
        var bytes = Base64.getUrlDecoder().decode(parts[part]);
        bytes[place % bytes.length] ^= (byte) (1 << (place % 7));
        parts[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        refuses(String.join(".", parts));
    }

    @Property(tries = 200)
    void refusesArbitraryText(@ForAll String text) {
        refuses(text);
    }

    private static TokenVerifier verifier(Issuer issuer) {
        var url = URI.create(issuer.settings().get("AUTH_JWKS_URL"));
        return new TokenVerifier(new AuthSettings.Token(url, Issuer.NAME, Issuer.AUDIENCE), KeySet.at(url));
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet claims) {
        return Issuer.signed(header.build(), claims, issuer.key);
    }

    private static void refuses(JWTClaimsSet claims) {
        refuses(signed(issuer.header(), claims));
    }

    private static void refuses(String token) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
    }
}
